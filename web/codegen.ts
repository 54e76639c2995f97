import type { CodegenConfig } from '@graphql-codegen/cli';

/** What graph-node writes as JSON; numbers that may exceed 2^53 are decimal strings. */
const SCALARS = {
  BigDecimal: 'string',
  BigInt: 'string',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a type, written out by the generator
  Bytes: '`0x${string}`',
  ID: 'string',
  Int8: 'string',
  Timestamp: 'string',
};

/** Types of the queries in web/, against the schema that graph-node makes of the subgraph's. */
export const queries: CodegenConfig = {
  schema: 'subgraph/api.graphql',
  documents: ['web/{app,features,shared}/**/*.{ts,tsx}'],
  ignoreNoDocuments: true,
  importExtension: '.ts',
  // Only what is given to graphql(): a text with the comment alone may be a part of a query.
  pluckConfig: { gqlMagicComment: 'graphql-document' },
  generates: {
    'web/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: { documentMode: 'string', enumsAsTypes: true, useTypeImports: true, scalars: SCALARS },
    },
  },
};
