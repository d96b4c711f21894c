/** The examples of answers in the carrier's document, with the strings in them escaped and what it leaves out filled in. */
export const SAMPLES: Readonly<Record<string, unknown>> = {
  GetToken: { Status: "Success", Message: "Login Successful !!!", MessageData: "[Token]" },
  Activation: {
    Status: "Success",
    Message: "SIM Activation Recorded Successfully!!!",
    MessageData: "TXN ID : 2907240000015089, SIM Activation Recorded Successfully!!! New Mobile No : 45623426484",
    RequestID: "9387587488923400",
    TransactionID: 2907240000015089,
    SIMNo: "8955585191222959715",
    ActivationCode: "jsadgjsghdgshgdhgajs",
    SMDP: "sdgshdgjsghdja",
    QR: "shgjdsghfhsysdgyghsd",
    MobileNo: "45623426484",
  },
  Recharge: {
    Status: "Success",
    Message: "Recharge has been processed Successfully !!!",
    MessageData: "Recharge has been processed Successfully !!!",
    RequestID: "Test123456789",
    TransactionID: 1611210000019871,
  },
  "UpdPlanExp/Enquire": {
    Status: "Success",
    Message: "UpdatePlanExp Details Fetched/Updated Successfully !!!",
    MessageData:
      '{"Action":"Enquire","MobileNo":"32165489754","LastTxnID":"2403230000008772","PlanExpiryDt":"2023-07-31T13:50:00","SimStatus":"Active","ServiceName":"India_USA_100mins_4GB","UsrID":"","Pass":""}',
  },
  "UpdPlanExp/Modify": {
    Status: "Success",
    Message: "UpdatePlanExp Details Fetched/Updated Successfully !!!",
    MessageData:
      '{"Action":"Modify","MobileNo":"32165489754","LastTxnID":"2403230000008772","PlanExpiryDt":"2023-07-31T00:00:00","SimStatus":"Active","ServiceName":"India_USA_100mins_4GB","UsrID":"","Pass":""}',
  },
  GetSubscriberInfo: {
    Status: "Success",
    Message: "Subscriber Details Fetched Successfully !!!",
    MessageData:
      '{"MobileNo":"27827551133","SimNo":"8927076191410073003","SubscriptionID":"5ab53c08-812a-ed11-a2e7-005056a676ca","SubscriberName":"NJ","ActPlanName":"5GB Combo","SimStatus":"Active","balances":[],"addOns":[],"subscriptionDetails":{},"subscriberFacilityDetails":{}}',
  },
  GetSIMsForActivation: {
    Status: "Success",
    Message: "Sim(s) Fetch Request Processed Successfully !!!",
    MessageData:
      '[{"SimNo":"8927000009543737479","QR":"data:image/jpeg;base64,...","QRCode":"dp-plus-par02-01.oasis-smartsim.com$3PO7N-7894G-WERT-A31H7"}]',
    RequestID: null,
    TransactionID: null,
  },
  DoBulkActivation: [
    {
      SimNo: "321654987654654321",
      Status: "Success",
      Remarks: "TxnID : 20231027321331, SIM Activation Recorded Successfully !!! New Mobile No : 447852145236",
    },
  ],
  DoDocUpld: [
    { SimNo: "321654987654654321", Status: "Success", Remarks: "Document Upload Processed Successfully !!!" },
  ],
};
