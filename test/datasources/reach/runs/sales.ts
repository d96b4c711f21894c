import { money, type Runs, V0 } from "./run.js";

const ICCID = "8901410100000000050";

const IMEI = "350000000000029";

const ADDRESS = { name: "Grace", line1: "100 Main", line2: "", city: "Austin", state: "TX", zip: "78701" };

/** How each is asked for, what is sent, and what its answer means. */
export const SALES_RUNS = {
  coverage: {
    run: ({ sales }, context) => sales.coverage(ADDRESS, context),
    line: `POST ${V0}/network/coverage`,
    body: {
      name: "Grace",
      address1: "100 Main",
      street1: "",
      city: "Austin",
      state: "TX",
      country: "USA",
      zip: "78701",
    },
    data: {
      brandCoverage: true,
      coverageStrength5G: "GOOD",
      coverageStrength4G: "EXCELLENT",
      isValid: true,
      esimAvailable: true,
      psimAvailable: false,
    },
    result: {
      isCovered: true,
      strength5g: "GOOD",
      strength4g: "EXCELLENT",
      isEsimAvailable: true,
      isPhysicalSimAvailable: false,
    },
    absent: "fails",
    empty: "fails",
  },
  deviceImei: {
    run: ({ sales }, context) => sales.device(IMEI, context),
    line: `GET ${V0}/device/imei/${IMEI}`,
    body: null,
    data: { isValid: true, mode: "BOTH", esimAvailable: true, make: "Apple", model: "iPhone 16" },
    result: { isValid: true, mode: "BOTH", isEsimAvailable: true, make: "Apple", model: "iPhone 16" },
    absent: "fails",
    empty: "fails",
  },
  iccidValidate: {
    run: ({ sales }, context) => sales.sim(ICCID, context),
    line: `POST ${V0}/iccid/validate`,
    body: { iccId: ICCID },
    data: { isValid: true, mode: "PSIM", wifiCalling: true, volteCompatible: "false" },
    result: { isValid: true, mode: "PSIM", hasWifiCalling: true, isVolteCompatible: false },
    absent: "fails",
    empty: "fails",
  },
  portValidateMdn: {
    run: ({ sales }, context) => sales.portIn("+16785550101", context),
    line: `PUT ${V0}/port/validate/mdn?mdn=6785550101`,
    body: null,
    data: { isPortValidate: true, message: "Can be ported" },
    result: { isPortable: true, message: "Can be ported" },
    absent: "fails",
    empty: "fails",
  },
  zipCodeValidate: {
    run: ({ sales }, context) => sales.zip("30301", context),
    line: `POST ${V0}/zipCode/validate`,
    body: { zip: "30301" },
    data: { isValid: true, city: "Atlanta", state: "GA" },
    result: { isServed: true, city: "Atlanta", state: "GA" },
    absent: "fails",
    empty: "fails",
  },
  roamingCountries: {
    run: ({ sales }, context) => sales.roamingCountries(context),
    line: `GET ${V0}/intl/roaming/countries/mvne?mvne=ATT`,
    body: null,
    data: [
      {
        country: "Mexico",
        countryCode: "MX",
        zone: "ZONE1",
        ildPulseSize: 60,
        pricePerMinute: 0.12,
        pricePerMB: "0.06",
        pricePerSMS: 0.05,
      },
    ],
    result: [
      {
        name: "Mexico",
        code: "MX",
        zone: "ZONE1",
        ildPulse: "60",
        pricePerMinute: money("0.12"),
        pricePerMb: money("0.06"),
        pricePerSms: money("0.05"),
      },
    ],
    absent: "fails",
    empty: "none",
  },
  additionalOfferings: {
    run: ({ sales }, context) => sales.roamingPacks(["MX", "CA"], context),
    line: `POST ${V0}/get/additional/offerings`,
    body: { countries: ["MX", "CA"] },
    data: [
      {
        packId: "IR-DAY",
        name: "Daily Pass",
        zone: "ZONE1",
        dataAllowance: "0.5",
        dataUnit: "gb",
        voiceMinutes: 30,
        sms: "20",
        validityDays: 1,
        price: 5,
      },
    ],
    result: [
      {
        id: "IR-DAY",
        name: "Daily Pass",
        zone: "ZONE1",
        dataBytes: 536_870_912n,
        voiceSeconds: 1_800n,
        messages: 20n,
        validityDays: 1,
        price: money("5"),
      },
    ],
    absent: "fails",
    empty: "none",
  },
} as const satisfies Runs;
