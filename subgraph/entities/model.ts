import { BigInt, Bytes, ethereum } from '@graphprotocol/graph-ts';
import { RevisionPublished, RevisionPublishedParametersStruct } from '../generated/QualityModels/QualityModels';
import { Model, ModelTransfer, Parameter, Revision } from '../generated/schema';
import { ModelDocument } from '../generated/templates';
import { cidOf } from './cid';
import { DIRECTIONS } from './enums';
import { bigEndian, idOf, logId } from './id';
import { textOf } from './text';

/** A model without expert, owner and bond. */
export function newModel(number: BigInt, publishedAt: BigInt): Model {
  const model = new Model(idOf(number));
  model.number = number.toI32();
  model.bondWithdrawn = false;
  model.retired = false;
  model.commodityCount = 0;
  model.lotCount = 0;
  model.earned = BigInt.zero();
  model.openCases = 0;
  model.condemned = false;
  model.charged = BigInt.zero();
  model.publishedAt = publishedAt;
  return model;
}

export function revisionId(model: Bytes, revision: i32): Bytes {
  return model.concat(bigEndian(revision, 2));
}

/** Records a revision with its parameters, asks for its document and gives its id. */
export function newRevision(event: RevisionPublished, model: Bytes): Bytes {
  const revision = new Revision(revisionId(model, event.params.revision));
  const parameters = event.params.parameters;
  revision.model = model;
  revision.number = event.params.revision;
  revision.documentDigest = event.params.documentDigest;
  revision.documentCid = cidOf(event.params.documentDigest);
  revision.document = revision.documentCid;
  revision.parameterCount = parameters.length;
  revision.timestamp = event.block.timestamp;
  revision.blockNumber = event.block.number;
  revision.transactionHash = event.transaction.hash;
  revision.save();
  for (let i = 0; i < parameters.length; i++) recordParameterOf(revision, i, parameters[i]);
  ModelDocument.create(revision.documentCid);
  return revision.id;
}

function recordParameterOf(revision: Revision, position: i32, given: RevisionPublishedParametersStruct): void {
  const parameter = new Parameter(parameterId(revision.id, position));
  parameter.revision = revision.id;
  parameter.position = position;
  parameter.code = textOf(given.code);
  parameter.direction = DIRECTIONS[given.direction];
  parameter.decimals = given.decimals;
  parameter.legalMin = given.legalMin;
  parameter.legalMax = given.legalMax;
  parameter.tolerance = given.tolerance;
  parameter.weightBps = given.weightBps;
  parameter.critical = given.critical;
  parameter.sealed = given.isSealed;
  parameter.text = `${revision.documentCid}/${parameter.code}`;
  parameter.save();
}

/** Of the parameter at a position of a revision (a lot's row at this position has the same form below the lot). */
export function parameterId(parent: Bytes, position: i32): Bytes {
  return parent.concat(bigEndian(position, 1));
}

/** @param from null: minted */
export function recordTransfer(event: ethereum.Event, model: Bytes, from: Bytes | null, to: Bytes): void {
  const transfer = new ModelTransfer(logId(event));
  transfer.model = model;
  transfer.from = from;
  transfer.to = to;
  transfer.timestamp = event.block.timestamp;
  transfer.blockNumber = event.block.number;
  transfer.transactionHash = event.transaction.hash;
  transfer.save();
}
