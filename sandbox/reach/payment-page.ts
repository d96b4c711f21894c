import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { queryOf } from "../receive.js";
import { settle } from "./jobs.js";
import { newCard } from "./making.js";
import type { Call } from "./operation.js";
import { callOf, originOf, PREFIX, type Reach } from "./platform.js";
import { processPayment } from "./purchase-flow.js";
import type { Account } from "./state.js";

const HTML = "text/html; charset=utf-8";

/** What a link of the payment processor leads to. */
interface Page {
  title: string;
  text: string;
  agree: string;
  refuse: string;
  /** Where the customer goes when it is done; `isAgreed` takes effect first. */
  decide(isAgreed: boolean): string;
}

interface Gone {
  status: 404 | 409 | 410;
  title: string;
}

type Find = (call: Call, id: string, key: string | undefined) => Page | Gone;

/** The pages on which people pay and add cards. They belong to the payment processor: no calls are recorded of them. */
export function mountPaymentPages(app: FastifyInstance, reach: Reach): void {
  mount(app, reach, "pay", paymentPage);
  mount(app, reach, "cards", cardPage);
}

function mount(app: FastifyInstance, reach: Reach, name: string, find: Find): void {
  const url = `${PREFIX}/${name}/:account/:id`;
  const found = (request: FastifyRequest): Page | Gone => {
    settle({ world: reach.world(), clock: reach.clock });
    const { account: accountId, id = "" } = request.params as Record<string, string>;
    const account = reach.world().accounts.find((candidate) => candidate.id === accountId);
    if (!account) return { status: 404, title: "No such page" };
    return find(callOf(reach, account, "payment-page", originOf(request)), id, queryOf(request).key);
  };
  app.get(url, (request, reply) => show(reply, found(request)));
  app.post(url, (request, reply) => {
    const page = found(request);
    if ("status" in page) return show(reply, page);
    const choice = new URLSearchParams(typeof request.body === "string" ? request.body : "").get("choice");
    if (choice !== "agree" && choice !== "refuse") return show(reply.code(400), page);
    return reply.redirect(page.decide(choice === "agree"), 303);
  });
}

const paymentPage: Find = (call, id, key) => {
  const purchase = call.account.purchases.get(id);
  if (!purchase?.link || purchase.link.key !== key) return { status: 404, title: "No such payment" };
  if (purchase.status === "FAILED") return { status: 410, title: "This payment has failed or expired" };
  if (purchase.status !== "PAYMENT_PENDING") return { status: 409, title: "This payment has been made" };
  const { order } = purchase.what;
  return {
    title: "Payment",
    text: `Total today: ${(purchase.totalCents / 100).toFixed(2)}`,
    agree: "Pay",
    refuse: "Decline",
    decide: (isAgreed) => {
      processPayment(call, purchase, isAgreed);
      const target = new URL(order.redirectUrl ?? purchase.origin);
      target.searchParams.set("transId", id);
      return target.href;
    },
  };
};

const cardPage: Find = ({ account, now }, id) => {
  const link = account.cardLinks.get(id);
  if (!link) return { status: 404, title: "No such link" };
  if (now >= link.expiresAt) return { status: 410, title: "This link has expired" };
  return {
    title: "Add a card",
    text: "The sandbox invents the card.",
    agree: "Save card",
    refuse: "Cancel",
    decide: (isAgreed) => {
      account.cardLinks.delete(id);
      if (isAgreed) addCard(account, link.groupId);
      return link.redirectUrl;
    },
  };
};

function addCard(account: Account, groupId: string): void {
  const group = account.groups.get(groupId);
  group?.cards.push(newCard(account, { isDefault: group.cards.length === 0, priority: group.cards.length + 1 }));
}

const show = (reply: FastifyReply, page: Page | Gone): FastifyReply =>
  "status" in page
    ? reply.code(page.status).type(HTML).send(document(page.title, ""))
    : reply.type(HTML).send(document(page.title, form(page)));

const form = ({ text, agree, refuse }: Page): string =>
  `<p>${text}</p><form method="post"><button name="choice" value="agree">${agree}</button>` +
  `<button name="choice" value="refuse">${refuse}</button></form>`;

const document = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>`;
