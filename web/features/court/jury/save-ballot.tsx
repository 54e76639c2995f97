import { Download } from 'lucide-react';
import { saveFile } from '../../../shared/files/save-file.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { courtMessages } from '../messages.ts';
import { type BallotPlace, type SealedBallot, toBallotFile } from './ballot.ts';

/** Saves choice and salt as a file, for a wallet that might not sign the same again. */
export function SaveBallot({ place, ballot }: { place: BallotPlace; ballot: SealedBallot }) {
  const text = useText(courtMessages);
  const save = () => {
    const name = `vote-${place.disputeId}-${place.round + 1}.json`;
    saveFile(name, toBallotFile(place, ballot), 'application/json');
  };
  return (
    <Button onClick={save}>
      <Download aria-hidden="true" className="size-4" />
      {text('court.saveBallot')}
    </Button>
  );
}
