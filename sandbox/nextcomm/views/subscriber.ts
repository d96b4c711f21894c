import { statusOf } from "../rules/subscribers.js";
import type { Account, Subscriber } from "../state.js";

/** Whether a line may do these things; how that is said is the account's own. */
function facilities({ settings }: Account, isActive: boolean) {
  const flag = (isOn: boolean, words: readonly [on: string, off: string]) =>
    settings.facilityFlags === "boolean" ? isOn : words[isOn ? 0 : 1];
  return {
    outgoing: flag(isActive, ["Yes", "No"]),
    incoming: flag(true, ["Yes", "No"]),
    voice: flag(isActive, ["true", "false"]),
    roaming: flag(false, ["Yes", "No"]),
    sms: flag(isActive, ["true", "false"]),
    gprs: flag(isActive, ["YES", "NO"]),
    ringBack: flag(false, ["Y", "N"]),
  };
}

export function subscriberView(account: Account, subscriber: Subscriber, localNow: string) {
  const status = statusOf(subscriber, localNow);
  return {
    MobileNo: subscriber.mobileNo,
    SimNo: subscriber.simNo,
    SubscriptionID: subscriber.subscriptionId,
    SubscriberName: subscriber.name,
    ActPlanName: subscriber.planName,
    SimStatus: status,
    ...(account.settings.hasSimExpDate ? { SimExpDate: subscriber.planExpiryDt } : {}),
    balances: subscriber.balances,
    addOns: subscriber.addOns,
    subscriptionDetails: {
      subscriptionState: status,
      IMSI: subscriber.imsi,
      activeProducts: [subscriber.planName, ...subscriber.addOns.map(({ addOnName }) => addOnName)],
    },
    subscriberFacilityDetails: facilities(account, status === "Active"),
  };
}
