import { objectsIn } from "./objects.js";
import { ACCOUNT, by, type Rule } from "./rule.js";

export const accounts: Rule = ({ context }) => ({ objects: [objectsIn(context.accounts.all, ACCOUNT)], ms: 0 });

export const account = by<{ id: string }>(({ args, context }) => {
  const found = context.accounts.find(args.id);
  return { objects: found ? [objectsIn([found], ACCOUNT)] : [], ms: 0 };
});
