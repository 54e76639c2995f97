import { getGovernance } from '../entities/decisions';
import { GuardianAppointed, GuardianResigned } from '../generated/GenesisGuardian/GenesisGuardian';

export function handleGuardianAppointed(event: GuardianAppointed): void {
  const governance = getGovernance();
  governance.guardian = event.params.guardian;
  governance.guardianUntil = event.params.expiresAt;
  governance.save();
}

export function handleGuardianResigned(event: GuardianResigned): void {
  const governance = getGovernance();
  governance.guardianResigned = true;
  governance.save();
}
