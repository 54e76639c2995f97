import { graphql } from '../../generated/gql.ts';
import { useSubgraph } from '../subgraph/use-subgraph.ts';
import { CaseRow } from './case-row.tsx';

const CASES_OF_LOT = graphql(/* GraphQL */ `
  query CasesOfLot($lot: String!) {
    cases(first: 50, where: { lot: $lot }, orderBy: number, orderDirection: desc) {
      ...CaseSummary
    }
  }
`);

const CASES_OF_MODEL = graphql(/* GraphQL */ `
  query CasesOfModel($model: String!) {
    cases(first: 50, where: { model: $model, kind: MODEL }, orderBy: number, orderDirection: desc) {
      ...CaseSummary
    }
  }
`);

/** Cases about a lot and its round, the latest first. @param id of the lot */
export function useCasesOfLot(id: string) {
  return useSubgraph(CASES_OF_LOT, { lot: id }, { select: ({ cases }) => cases });
}

/** Cases about a model as such. @param id of the model */
export function useCasesOfModel(id: string) {
  return useSubgraph(CASES_OF_MODEL, { model: id }, { select: ({ cases }) => cases });
}

/** Nothing where there are none. */
export function CaseRows({ cases }: { cases: readonly Parameters<typeof CaseRow>[0]['one'][] }) {
  if (cases.length === 0) return null;
  return (
    <ul className="grid gap-3">
      {cases.map((one) => (
        <li key={one.number}>
          <CaseRow one={one} />
        </li>
      ))}
    </ul>
  );
}
