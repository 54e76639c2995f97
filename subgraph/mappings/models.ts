import { Address, BigInt, Bytes } from '@graphprotocol/graph-ts';
import { accountId } from '../entities/account';
import { recordAppointment, recordParameter } from '../entities/governance';
import { idOf } from '../entities/id';
import { newModel, newRevision, recordTransfer } from '../entities/model';
import { getProtocol } from '../entities/protocol';
import { setInt } from '../entities/set-int';
import {
  ClockStarted,
  DisputesAppointed,
  ModelBondHeld,
  ModelBondReleased,
  ModelBondSet,
  ModelBondWithdrawn,
  ModelCondemned,
  ModelPublished,
  ModelRetired,
  RevisionPublished,
  Transfer,
} from '../generated/QualityModels/QualityModels';
import { Model } from '../generated/schema';

/** All contracts of a deployment have the same clock; this one comes first. */
export function handleClockStarted(event: ClockStarted): void {
  const protocol = getProtocol();
  protocol.genesis = event.params.genesis;
  protocol.epochLength = event.params.epochLength;
  protocol.save();
}

export function handleModelBondSet(event: ModelBondSet): void {
  const protocol = getProtocol();
  protocol.modelBond = event.params.current;
  protocol.save();
  recordParameter(event, 0, 'modelBond', event.params.previous, event.params.current);
}

export function handleModelPublished(event: ModelPublished): void {
  const model = newModel(event.params.modelId, event.block.timestamp);
  model.expert = accountId(event.params.expert);
  model.owner = model.expert;
  model.bond = event.params.bond;
  model.save();
  const protocol = getProtocol();
  protocol.models++;
  protocol.save();
}

export function handleRevisionPublished(event: RevisionPublished): void {
  const model = Model.load(idOf(event.params.modelId))!;
  model.latestRevision = newRevision(event, model.id);
  model.save();
}

export function handleTransfer(event: Transfer): void {
  const model = Model.load(idOf(event.params.tokenId))!;
  model.owner = accountId(event.params.to);
  model.save();
  const minted = event.params.from.equals(Address.zero());
  const from: Bytes | null = minted ? null : accountId(event.params.from);
  recordTransfer(event, model.id, from, model.owner);
}

export function handleModelRetired(event: ModelRetired): void {
  const model = Model.load(idOf(event.params.modelId))!;
  model.retired = true;
  setInt(model, 'bondFreeFrom', event.params.bondFreeFrom.toI32());
  model.save();
}

export function handleModelBondWithdrawn(event: ModelBondWithdrawn): void {
  const model = Model.load(idOf(event.params.modelId))!;
  model.bond = BigInt.zero();
  model.bondWithdrawn = true;
  model.save();
}

/* DISPUTES */

export function handleModelBondHeld(event: ModelBondHeld): void {
  setOpenCases(event.params.modelId, event.params.cases);
}

export function handleModelBondReleased(event: ModelBondReleased): void {
  setOpenCases(event.params.modelId, event.params.cases);
}

/** If it was active, {handleModelRetired} came before. */
export function handleModelCondemned(event: ModelCondemned): void {
  const model = Model.load(idOf(event.params.modelId))!;
  model.condemned = true;
  model.charged = model.charged.plus(event.params.charged);
  model.bond = BigInt.zero();
  model.save();
}

export function handleModelDisputesAppointed(event: DisputesAppointed): void {
  recordAppointment(event, 0, 'disputes', event.params.disputes, true);
}

function setOpenCases(modelId: BigInt, cases: BigInt): void {
  const model = Model.load(idOf(modelId))!;
  model.openCases = cases.toI32();
  model.save();
}
