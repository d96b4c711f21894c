import { Field, ID, InterfaceType } from "type-graphql";

@InterfaceType({
  description: "An object with an id that stays the same. Fetch it again with `node(id:)`.",
  resolveType: (value: { readonly __typename: string }) => value.__typename,
})
export abstract class Node {
  @Field(() => ID, { description: "Opaque, stable, and showing no number." })
  id!: string;
}
