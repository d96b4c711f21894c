import type { CodegenConfig } from "@graphql-codegen/cli";

/** Typed documents for clients, from the committed example operations. */
const config: CodegenConfig = {
  schema: "schema.graphql",
  documents: "examples/*.graphql",
  generates: {
    "client/generated/": {
      preset: "client",
      presetConfig: { fragmentMasking: false },
      config: {
        emitLegacyCommonJSImports: false,
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: {
          BigInt: "string",
          Date: "string",
          DateTime: "string",
          Decimal: "string",
          LocalDateTime: "string",
          federation__ContextFieldValue: "string",
          federation__FieldSet: "string",
          federation__Policy: "string",
          federation__Scope: "string",
          link__Import: "string",
          _Any: "unknown",
        },
      },
    },
  },
};

export default config;
