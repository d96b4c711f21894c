import { objectsIn } from "./objects.js";
import { by, type Rule } from "./rule.js";

export const accounts: Rule = ({ context }) => ({ objects: [objectsIn(context.accounts.all, "account")], ms: 0 });

export const account = by<{ id: string }>(({ args, context }) => {
  const found = context.accounts.find(args.id);
  return { objects: found ? [objectsIn([found], "account")] : [], ms: 0 };
});
