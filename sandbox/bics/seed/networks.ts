/** A visited network. `operatorName` is padded now and then and `mccMnc` may be a comma list, as the platform prints them. */
export interface Network {
  tadig: string;
  operatorId: string;
  operatorName: string;
  countryName: string;
  mccMnc: string;
  types: string;
  category: "0" | "1" | "2";
  groupName: string;
  groupId: string;
}

type Row = [tadig: string, name: string, country: string, mccMnc: string, types: string, group?: 0 | 1 | 2];

const FOUR = "2G|3G|4G";
const FIVE = "2G|3G|4G|5G";
const IOT = "2G|3G|4G|5G|NB-IOT";

const ROWS: Row[] = [
  ["AUTCA", "Hutchison Drei", "Austria", "23205", FIVE],
  ["AUTPT", "A1 Telekom", "Austria", "23201", FIVE, 1],
  ["BELTB", "Proximus", "Belgium", "20601", IOT, 2],
  ["BELMO", "Orange Belgium", "Belgium", "20610", FIVE],
  ["BGR01", "A1 Bulgaria ", "Bulgaria", "28401", FOUR],
  ["CHEC1", "Swisscom", "Switzerland", "22801", FOUR],
  ["CHEDX", "Sunrise", "Switzerland", "22802", FIVE],
  ["CZECM", "Vodafone Czech Republic", "Czech Republic", "23003", FOUR],
  ["DEUD1", "Telekom Deutschland", "Germany", "26201", IOT],
  ["DEUD2", "Vodafone Germany", "Germany", "26202,26204,26209", IOT, 1],
  ["DEUE2", "O2 Germany", "Germany", "26203,26207", FIVE],
  ["DNKTD", "TDC Net", "Denmark", "23801", FIVE],
  ["ESPAT", "Vodafone Spain", "Spain", "21401", FIVE],
  ["ESPTE", "Movistar", "Spain", "21407", IOT, 1],
  ["ESTEM", "Telia Eesti", "Estonia", "24801", FOUR],
  ["FINTF", "DNA", "Finland", "24403,24412", FIVE],
  ["FRAF1", "Orange France", "France", "20801,20802", FIVE],
  ["FRAF2", "SFR", "France", "20810", FOUR, 1],
  ["GBRCN", "O2 United Kingdom", "United Kingdom", "23410", FIVE],
  ["GBRVF", " Vodafone UK", "United Kingdom", "23415", IOT],
  ["GRCCO", "Cosmote", "Greece", "20201", FIVE],
  ["HRVT2", "Telemach Hrvatska", "Croatia", "21902", FOUR],
  ["HUNH2", "Yettel Hungary", "Hungary", "21601", FOUR],
  ["INDHM", "Vodafone india", "India", "40486,40419,40420", FOUR],
  ["INDSC", "Airtel india", "India", "40445", FIVE],
  ["IRLEC", "Vodafone Ireland", "Ireland", "27201", FIVE],
  ["ITASI", "TIM", "Italy", "22201", IOT],
  ["ITAOM", "Vodafone Italy", "Italy", "22210", FIVE, 1],
  ["LUXPT", "POST Luxembourg", "Luxembourg", "27001", FIVE],
  ["NLDPT", "KPN", "Netherlands", "20408", IOT, 2],
  ["NLDLT", "Vodafone Netherlands", "Netherlands", "20404", FIVE],
  ["NORTM", "Telenor Norge", "Norway", "24201", IOT],
  ["POLKM", "Polkomtel", "Poland", "26001", FOUR],
  ["PRTOP", "NOS", "Portugal", "26803", FIVE],
  ["ROMMR", "Orange Romania", "Romania", "22610", FOUR],
  ["SRBNO", "Yettel Serbia", "Serbia", "22001", FOUR],
  ["SWETR", "Telia Sverige", "Sweden", "24001", IOT],
  ["TURTC", "Turkcell", "Turkiye", "28601", FOUR],
  ["UKRKS", "Kyivstar", "Ukraine", "25503", IOT],
  ["USAAT", " AT&T ", "United States", "310380", FOUR],
  ["USAW6", "T-Mobile USA", "United States", "310260", IOT, 1],
  ["ZAFVC", "Vodacom", "South Africa", "65501", FOUR],
];

const GROUPS = [
  { groupName: "IR1", groupId: "SP14073", category: "0" },
  { groupName: "OC1", groupId: "SP14088", category: "1" },
  { groupName: "DIRECT1", groupId: "SP14101", category: "2" },
] as const;

export const NETWORKS: readonly Network[] = ROWS.map(
  ([tadig, operatorName, countryName, mccMnc, types, group], index) => ({
    tadig,
    operatorId: String(205 + index),
    operatorName,
    countryName,
    mccMnc,
    types,
    ...(GROUPS[group ?? 0] ?? GROUPS[0]),
  }),
);

const BY_TADIG = new Map(NETWORKS.map((network) => [network.tadig, network]));

/** The network of a TADIG code that the sandbox itself wrote. */
export function networkOf(tadig: string): Network {
  const network = BY_TADIG.get(tadig);
  if (!network) throw new Error(`the sandbox has no network ${tadig}`);
  return network;
}
