import { ProtocolError } from '../error.ts';
import { type ElectionSolution, MAX_PAGES } from './solution.ts';

/**
 * Cuts a solution into pages of so many edges at most (a voter's are never parted).
 *
 * @throws ProtocolError `TooManyPages`
 */
export function pageSolution({ winners, voters }: ElectionSolution, edgesPerPage: number): ElectionSolution[] {
  const pages: ElectionSolution['voters'][number][][] = [];
  let edges = 0;
  for (const voter of voters) {
    edges += voter.edges.length;
    const page = pages.at(-1);
    if (page !== undefined && edges <= edgesPerPage) page.push(voter);
    else {
      pages.push([voter]);
      edges = voter.edges.length;
    }
  }
  if (pages.length > MAX_PAGES) throw new ProtocolError('TooManyPages', { most: MAX_PAGES });
  return pages.map((page) => ({ winners, voters: page }));
}
