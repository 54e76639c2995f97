// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IExperiencePower} from "../experience/IExperiencePower.sol";
import {AssetTransfers} from "../shared/AssetTransfers.sol";
import {SelfPermit} from "../shared/SelfPermit.sol";
import {ElectionRules} from "./ElectionRules.sol";
import {IElections} from "./IElections.sol";
import {Candidate, IValidators, Rules, Standing} from "./IValidators.sol";

/// @title CandidateBonds
/// @notice Who runs, and with what of his own at stake.
abstract contract CandidateBonds is ElectionRules, SelfPermit {
    using SafeERC20 for IERC20;

    uint16 private constant MAX_COMMISSION_BPS = 2_000;
    /// @dev Two whole terms after the epoch of the request.
    uint32 internal constant UNBONDING_EPOCHS = 2 * TERM_EPOCHS + 1;

    IExperiencePower public immutable power;
    /// @notice Knows who sits and passes judgments on; appointed by the timelock.
    IElections public elections;
    /// @inheritdoc IValidators
    uint16 public candidateCount;
    /// @inheritdoc IValidators
    mapping(address account => uint16 candidateId) public candidateIdOf;
    mapping(uint16 candidateId => Candidate candidate) private _candidates;

    constructor(IExperiencePower power_) {
        power = power_;
    }

    /// @inheritdoc IValidators
    function stand(uint96 amount, uint16 commissionBps) external returns (uint16 candidateId) {
        _checkCommission(commissionBps);
        candidateId = candidateIdOf[msg.sender];
        if (candidateId == 0) candidateId = _registerCandidate();
        Candidate storage candidate = _touched(candidateId);
        require(!candidate.running, AlreadyRunning(candidateId));
        Rules memory rules = rulesAt(nextElection());
        // An id costs power, so that nobody can use them all up.
        uint256 held = power.powerAt(candidate.experiencerId, uint48(block.timestamp));
        require(held >= rules.minPower, PowerTooLow(candidateId, held, rules.minPower));
        uint96 total = candidate.bond + amount;
        require(total >= rules.minSelfBond, SelfBondTooLow(candidateId, total, rules.minSelfBond));
        (candidate.running, candidate.commissionBps, candidate.bond) = (true, commissionBps, total);
        _emitCandidacy(candidateId, candidate);
        AssetTransfers.pull(asset, msg.sender, amount);
    }

    /// @inheritdoc IValidators
    function standDown() external {
        (uint16 candidateId, Candidate storage candidate) = _ownCandidate();
        require(candidate.running, NotRunning(candidateId));
        candidate.running = false;
        _emitCandidacy(candidateId, candidate);
    }

    /// @inheritdoc IValidators
    function setCommission(uint16 commissionBps) external {
        _checkCommission(commissionBps);
        (uint16 candidateId, Candidate storage candidate) = _ownCandidate();
        candidate.commissionBps = commissionBps;
        _emitCandidacy(candidateId, candidate);
    }

    /// @inheritdoc IValidators
    function raiseSelfBond(uint96 amount) external {
        require(amount > 0, ZeroAmount());
        (uint16 candidateId, Candidate storage candidate) = _ownCandidate();
        candidate.bond += amount;
        _emitCandidacy(candidateId, candidate);
        AssetTransfers.pull(asset, msg.sender, amount);
    }

    /// @inheritdoc IValidators
    function lowerSelfBond(uint96 amount) external {
        require(amount > 0, ZeroAmount());
        (uint16 candidateId, Candidate storage candidate) = _ownCandidate();
        require(amount <= candidate.bond, BondExceeded(amount, candidate.bond));
        uint96 leaving = candidate.leaving + amount;
        uint32 releaseEpoch = currentEpoch() + UNBONDING_EPOCHS;
        candidate.bond -= amount;
        (candidate.leaving, candidate.releaseEpoch) = (leaving, releaseEpoch);
        _emitCandidacy(candidateId, candidate);
        emit SelfBondLeaving(candidateId, leaving, releaseEpoch);
    }

    /// @inheritdoc IValidators
    function withdrawSelfBond() external returns (uint256 amount) {
        uint16 candidateId = candidateIdOf[msg.sender];
        Candidate storage candidate = _candidates[candidateId];
        amount = candidate.leaving;
        require(amount > 0, NothingLeaving(msg.sender));
        require(currentEpoch() >= candidate.releaseEpoch, StillLocked(candidate.releaseEpoch));
        _checkNotSeated(candidateId);
        (candidate.leaving, candidate.releaseEpoch) = (0, 0);
        emit SelfBondWithdrawn(candidateId, msg.sender, amount);
        asset.safeTransfer(msg.sender, amount);
    }

    /// @inheritdoc IValidators
    function slash(uint16 candidateId, uint256 amount, address to) external returns (uint256 taken) {
        require(msg.sender == address(elections), NotElections(msg.sender));
        Candidate storage candidate = _touched(candidateId);
        uint96 fromBond = uint96(Math.min(amount, candidate.bond));
        uint96 fromLeaving = uint96(Math.min(amount - fromBond, candidate.leaving));
        taken = uint256(fromBond) + fromLeaving;
        candidate.bond -= fromBond;
        candidate.leaving -= fromLeaving;
        _emitCandidacy(candidateId, candidate);
        emit SelfBondSlashed(candidateId, to, amount, fromBond, fromLeaving);
        asset.safeTransfer(to, taken);
    }

    /// @notice Says which contract counts elections and passes judgments on.
    function appointElections(IElections elections_) external restricted {
        elections = elections_;
        emit ElectionsAppointed(address(elections_));
    }

    /// @inheritdoc IValidators
    function candidateOf(uint16 candidateId) public view returns (Candidate memory) {
        return _candidates[candidateId];
    }

    /// @inheritdoc IValidators
    function standingAt(uint32 term, uint16 candidateId) external view returns (Standing memory) {
        return _standingAt(term, candidateId, _momentOf(term));
    }

    /// @inheritdoc IValidators
    function powerAt(uint32 term, uint16 candidateId) external view returns (uint256) {
        return power.powerAt(_candidates[candidateId].experiencerId, _momentOf(term));
    }

    /// @inheritdoc IValidators
    function eligibleAt(
        uint32 term,
        uint16[] calldata candidateIds
    ) external view returns (uint16[] memory commissions, uint256[] memory powers) {
        Rules memory rules = rulesAt(term);
        uint48 moment = _momentOf(term);
        (commissions, powers) = (new uint16[](candidateIds.length), new uint256[](candidateIds.length));
        for (uint256 i; i < candidateIds.length; ++i) {
            uint16 candidateId = candidateIds[i];
            Standing memory one = _standingAt(term, candidateId, moment);
            if (!one.running) revert NotRunning(candidateId);
            if (one.bond < rules.minSelfBond) revert SelfBondTooLow(candidateId, one.bond, rules.minSelfBond);
            if (one.power < rules.minPower) revert PowerTooLow(candidateId, one.power, rules.minPower);
            (commissions[i], powers[i]) = (one.commissionBps, one.power);
        }
    }

    function _standingAt(
        uint32 term,
        uint16 candidateId,
        uint48 moment
    ) private view returns (Standing memory standing) {
        Candidate storage candidate = _candidates[candidateId];
        if (candidate.account == address(0)) revert UnknownCandidate(candidateId);
        if (candidate.tag <= term) {
            (standing.running, standing.commissionBps) = (candidate.running, candidate.commissionBps);
            standing.bond = candidate.bond;
        } else {
            (standing.running, standing.commissionBps) = (candidate.wasRunning, candidate.commissionBefore);
            standing.bond = candidate.bondBefore;
        }
        standing.power = power.powerAt(candidate.experiencerId, moment);
    }

    /// @dev When power is looked at: at the freeze, or before it now.
    function _momentOf(uint32 term) private view returns (uint48) {
        return uint48(Math.min(block.timestamp, freezeOf(term)));
    }

    function _registerCandidate() private returns (uint16 candidateId) {
        uint32 experiencerId = power.idOf(msg.sender);
        require(experiencerId != 0, NotExperiencer(msg.sender));
        candidateId = ++candidateCount;
        candidateIdOf[msg.sender] = candidateId;
        Candidate storage candidate = _candidates[candidateId];
        (candidate.account, candidate.experiencerId) = (msg.sender, experiencerId);
        emit CandidateRegistered(candidateId, msg.sender, experiencerId);
    }

    function _ownCandidate() private returns (uint16 candidateId, Candidate storage candidate) {
        candidateId = candidateIdOf[msg.sender];
        require(candidateId != 0, NotCandidate(msg.sender));
        candidate = _touched(candidateId);
    }

    /// @dev Keeps what counts in a frozen election before the record changes.
    function _touched(uint16 candidateId) private returns (Candidate storage candidate) {
        candidate = _candidates[candidateId];
        uint32 tag = nextElection();
        if (candidate.tag == tag) return candidate;
        (candidate.wasRunning, candidate.commissionBefore) = (candidate.running, candidate.commissionBps);
        (candidate.bondBefore, candidate.tag) = (candidate.bond, tag);
    }

    function _emitCandidacy(uint16 candidateId, Candidate storage candidate) private {
        emit CandidacySet(candidateId, candidate.running, candidate.commissionBps, candidate.bond, candidate.tag);
    }

    function _checkNotSeated(uint16 candidateId) private view {
        if (address(elections) == address(0)) return;
        uint32 term = currentTerm();
        require(!elections.sits(term, candidateId), StillSeated(candidateId, term));
        if (term == 0) return;
        require(!elections.sits(term - 1, candidateId), StillSeated(candidateId, term - 1));
    }

    function _checkCommission(uint16 commissionBps) private pure {
        require(commissionBps <= MAX_COMMISSION_BPS, CommissionAboveCap(commissionBps, MAX_COMMISSION_BPS));
    }
}
