import { Link } from '@tanstack/react-router';
import type { CandidateFactsFragment } from '../../generated/graphql.ts';
import { ExperiencerName } from '../experiencers/experiencer-name.tsx';

/** A candidate in the form in which experiencers are named; the number is the candidate's. */
export function candidateRecord({ number, account, experiencer: { profile } }: CandidateFactsFragment) {
  return {
    id: number,
    account: account.id,
    name: profile && { 'zh-Hans': profile.nameZh, en: profile.nameEn },
  };
}

interface Props {
  candidate: CandidateFactsFragment;
  /** Leads to his page. */
  linked?: boolean;
}

/** Picture, name and number of a candidate. */
export function CandidateName({ candidate, linked = false }: Props) {
  const name = <ExperiencerName record={candidateRecord(candidate)} />;
  if (!linked) return name;
  return (
    <Link
      to="/validators/$id"
      params={{ id: String(candidate.number) }}
      className="inline-flex max-w-full align-middle underline-offset-4 hover:text-jade hover:underline"
    >
      {name}
    </Link>
  );
}
