/** What Reach answers when a customer is asked for. */
export const answersOfReach = ({ searchParams }: URL): string =>
  JSON.stringify({
    status: "SUCCESS",
    message: "ok",
    data: {
      customerId: searchParams.get("customerId"),
      clientAccountId: "brand-1",
      status: 2,
      reachPlanId: "PLAN-M",
      groupId: "G1",
      mobileNo: "4705551001",
      iccId: "8901410100000000001",
      simType: "PSIM",
      firstName: "Pat",
      lastName: "Example",
      email: "pat@example.com",
      planName: "Medium",
      isPrimary: true,
    },
  });

const subscriber = {
  SimNo: "8927076110000000030",
  SubscriptionID: "S-1",
  SubscriberName: "Example",
  ActPlanName: "Data 1 GB",
  SimStatus: "Active",
  balances: [{ balanceName: "Data", outstandingAmount: "1024", unitType: "MB", expirationDate: "2027-01-01T00:00:00" }],
  addOns: [],
  subscriptionDetails: { subscriptionState: "Active", IMSI: "655010000000001", activeProducts: [] },
  subscriberFacilityDetails: { voice: "Yes", sms: "Yes" },
};

const subscriberOf = (asked: string): string => JSON.stringify({ ...subscriber, MobileNo: JSON.parse(asked).MobileNo });

/** What Next Communications answers: a token, or a subscriber as JSON in a text. */
export const answersOfNextcomm = ({ pathname }: URL, asked: string): string =>
  JSON.stringify({
    Status: "Success",
    Message: "ok",
    MessageData: pathname.endsWith("/GetToken") ? "bench-token" : subscriberOf(asked),
  });

/** What NexCon answers when a SIM is asked for. */
export const answersOfNexcon = (): string =>
  JSON.stringify({
    status: "ACTIVATED",
    tags: [],
    countryCode: "DK",
    msisdn: "+4500000001",
    product: null,
    pool: null,
  });

const plan = (index: number) => ({
  planName: `Plan ${index}`,
  price: String(100 + index),
  validity: "28 Days",
  validityDescription: "28 Days",
  talkTime: "NA",
  packageDescription: "Data",
  planType: "DATA",
});

/** What PayU answers: a token, or ten plans. */
export const answersOfPayu = ({ pathname }: URL): string =>
  pathname.endsWith("/token")
    ? JSON.stringify({ access_token: "bench", token_type: "Bearer", expires_in: 7200, scope: "read_plans" })
    : JSON.stringify({
        code: 200,
        status: "SUCCESS",
        payload: { operatorName: "Op", operatorId: "OP", plansInfo: Array.from({ length: 10 }, (_, i) => plan(i)) },
      });
