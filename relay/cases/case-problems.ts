import type { Health } from '../api/health.ts';
import { chainHead } from '../chain/chain-head.ts';
import type { Relay } from '../relay.ts';
import { type OpenCase, openCases } from './open-cases.ts';
import { unanswerableCases } from './tables.ts';
import { isUrgent } from './urgency.ts';

type Standing = Health['problems'][number];

/** Cases of this platform that somebody has to look at, the nearest deadline first. */
export async function caseProblems({ db, chain }: Relay): Promise<Standing[]> {
  const now = (await chainHead(db))?.time ?? 0;
  const cases = await openCases(db, chain.platformId);
  if (cases.length === 0) return [];
  const noted = new Map((await db.select().from(unanswerableCases)).map(({ caseId, reason }) => [caseId, reason]));
  return cases.flatMap((opened): Standing[] => {
    const reason = noted.get(opened.caseId);
    const detail = `${nameOf(opened)}, deadline ${opened.deadline}${reason === undefined ? '' : `: ${reason}`}`;
    if (now > opened.deadline) return [{ code: 'case-lost', detail }];
    if (reason !== undefined) return [{ code: 'case-unanswerable', detail }];
    return isUrgent(chain.clock, opened, now) ? [{ code: 'case-urgent', detail }] : [];
  });
}

function nameOf(opened: OpenCase): string {
  if (opened.kind === 'receipt') return `receipt ${opened.caseId} of epoch ${opened.epoch}`;
  const { kind, lotId, payeeId } = opened.leaf;
  return `leaf ${kind}/${lotId}/${payeeId} of epoch ${opened.epoch}`;
}
