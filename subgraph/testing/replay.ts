// Only in tests: `gnd test` cannot encode events with structs. They come as bytes, and become the event that the real handler takes.
import { Bytes, ethereum } from '@graphprotocol/graph-ts';
import { LotOffered, TwinProven } from '../generated/Commodities/Commodities';
import { CourtOpened, ParametersSet } from '../generated/Court/Court';
import { LeafDemanded } from '../generated/Demands/Demands';
import { SolutionAccepted } from '../generated/Elections/Elections';
import { ReceiptChallenged } from '../generated/Platforms/Platforms';
import { RevisionPublished } from '../generated/QualityModels/QualityModels';
import { Replayed } from '../generated/Replay/Replay';
import { Compensated, StatementCommitted } from '../generated/Settlement/Settlement';
import { handleReceiptChallenged } from '../mappings/challenges';
import { handleLotOffered, handleTwinProven } from '../mappings/commodities';
import { handleCompensated } from '../mappings/compensations';
import { handleCourtOpened, handleParametersSet } from '../mappings/court';
import { handleLeafDemanded } from '../mappings/demands';
import { handleSolutionAccepted } from '../mappings/elections';
import { handleRevisionPublished } from '../mappings/models';
import { handleStatementCommitted } from '../mappings/settlement';

export function handleReplayed(event: Replayed): void {
  const name = event.params.name;
  event.address = event.params.source;
  event.parameters = decode(event.params.types, event.params.data);
  if (name == 'RevisionPublished') handleRevisionPublished(changetype<RevisionPublished>(event));
  else if (name == 'LotOffered') handleLotOffered(changetype<LotOffered>(event));
  else if (name == 'TwinProven') handleTwinProven(changetype<TwinProven>(event));
  else if (name == 'StatementCommitted') handleStatementCommitted(changetype<StatementCommitted>(event));
  else if (name == 'Compensated') handleCompensated(changetype<Compensated>(event));
  else if (name == 'ReceiptChallenged') handleReceiptChallenged(changetype<ReceiptChallenged>(event));
  else if (name == 'LeafDemanded') handleLeafDemanded(changetype<LeafDemanded>(event));
  else if (name == 'SolutionAccepted') handleSolutionAccepted(changetype<SolutionAccepted>(event));
  else if (name == 'CourtOpened') handleCourtOpened(changetype<CourtOpened>(event));
  else if (name == 'ParametersSet') handleParametersSet(changetype<ParametersSet>(event));
  else assert(false, `no handler replays ${name}`);
}

/** @param types of all parameters as one tuple */
function decode(types: string, data: Bytes): Array<ethereum.EventParam> {
  const values = ethereum.decode(types, data)!.toTuple();
  const parameters: Array<ethereum.EventParam> = [];
  for (let i = 0; i < values.length; i++) parameters.push(new ethereum.EventParam('', values[i]));
  return parameters;
}
