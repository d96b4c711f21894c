/** What PayU tells of a prepaid plan beyond the canonical model. A plan there is no offer that could be bought here. */
export interface PayuPlan {
  readonly operatorId: string | null;
  readonly operatorName: string | null;
  readonly talkTimeRaw: string | null;
  readonly validityRaw: string | null;
  readonly priceRaw: string | null;
  readonly planTypeRaw: string | null;
}
