import { BigInt } from '@graphprotocol/graph-ts';
import { getAccount } from '../entities/account';
import { getEpoch } from '../entities/epoch';
import { getExperiencer, newExperiencer, setProfile } from '../entities/experiencer';
import { recordAppointment } from '../entities/governance';
import { addPower } from '../entities/power-checkpoint';
import { getProtocol } from '../entities/protocol';
import {
  ExperiencerRegistered,
  MinterAppointed,
  PowerEarned,
  ProfileSet,
} from '../generated/ExperiencePower/ExperiencePower';

export function handleExperiencerRegistered(event: ExperiencerRegistered): void {
  const account = getAccount(event.params.account);
  const experiencer = newExperiencer(event.params.experiencerId, account.id, event.block.timestamp);
  setProfile(experiencer, event.params.profileDigest);
  experiencer.save();
  account.experiencer = experiencer.id;
  account.save();
  const protocol = getProtocol();
  protocol.experiencers++;
  protocol.save();
}

export function handleProfileSet(event: ProfileSet): void {
  const experiencer = getExperiencer(event.params.experiencerId);
  setProfile(experiencer, event.params.profileDigest);
  experiencer.save();
}

export function handlePowerEarned(event: PowerEarned): void {
  const protocol = getProtocol();
  const sinceGenesis = event.params.effectiveAt.minus(protocol.genesis as BigInt);
  const epoch = getEpoch(sinceGenesis.div(protocol.epochLength as BigInt));
  epoch.powerEarned = epoch.powerEarned.plus(event.params.amount);
  epoch.save();
  const experiencer = getExperiencer(event.params.experiencerId);
  protocol.rawPower = protocol.rawPower.plus(event.params.raw).minus(experiencer.rawPower);
  protocol.save();
  experiencer.rawPower = event.params.raw;
  experiencer.powerEarned = experiencer.powerEarned.plus(event.params.amount);
  experiencer.save();
  addPower(event, experiencer.id, epoch.id);
}

export function handleMinterAppointed(event: MinterAppointed): void {
  recordAppointment(event, 0, 'minter', event.params.account, event.params.appointed);
}
