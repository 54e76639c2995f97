// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {CourtDisputes} from "./CourtDisputes.sol";
import {Headers} from "./Headers.sol";
import {IConflicts} from "./IConflicts.sol";
import {ICourt, Phase, Stage} from "./ICourt.sol";

/// @title Draws
/// @notice Draws juries. Term and block are fixed before the block's randomness (EIP-4399) is known, the seats of a term never change, and
/// arbitrables whose word on parties counts must not change it: so nothing that anybody does afterwards can change a draw. Who proposes that
/// block can withhold it, which costs him the block and gives him one other draw.
abstract contract Draws is CourtDisputes {
    bytes32 private constant DRAW = keccak256("TrustedCommerceCommune.Draw");
    uint256 private constant LEAST_JURY = 3;
    /// @dev For the question whether one account is a party; what takes more counts as no.
    uint256 private constant CONFLICT_GAS = 100_000;
    /// @dev So much must be there that a sixty-fourth less than it still is {CONFLICT_GAS}.
    uint256 private constant GAS_TO_ASK = 110_000;

    /// @inheritdoc ICourt
    function arm(uint256 disputeId) external {
        Dispute storage dispute = _dispute(disputeId);
        (uint256 index, Round storage round) = _lastRound(dispute);
        if (round.stage == Stage.Armed) {
            uint256 seedBlock = round.seedBlock;
            bool isMissed = block.number > seedBlock && Headers.hashOf(seedBlock) == 0;
            require(isMissed, SeedStillValid(seedBlock));
        } else {
            _checkPhase(dispute, Phase.Arming);
            round.stage = Stage.Armed;
        }
        uint32 term = seats.currentTerm();
        uint40 next = SafeCast.toUint40(block.number + _seedDelay);
        (round.term, round.seedBlock) = (term, next);
        emit DrawArmed(disputeId, index, term, next);
    }

    /// @inheritdoc ICourt
    function draw(uint256 disputeId, bytes calldata header) external {
        Dispute storage dispute = _dispute(disputeId);
        (uint256 index, Round storage round) = _lastRound(dispute);
        if (round.stage != Stage.Armed) _checkPhase(dispute, Phase.Drawing);
        bytes32 seed = _seedOf(disputeId, index, _randomnessOf(round.seedBlock, header));
        uint16[] memory jury = _choose(dispute, disputeId, index, seed, round.term);
        round.since = uint40(block.timestamp);
        if (jury.length == 0) {
            _void(dispute, disputeId, index, seed);
            return;
        }
        round.stage = Stage.Drawn;
        round.size = uint8(jury.length);
        (round.jury, round.choices) = (_pack(jury), dispute.choices);
        emit JuryDrawn(disputeId, index, seed, jury, uint48(block.timestamp) + _commitWindow);
        uint256 empty = _jurySize(index) - jury.length;
        if (empty > 0) {
            _refund(disputeId, _payerOf(dispute, index), empty * _parameters[dispute.version].feePerJuror);
        }
    }

    /// @dev Where randomness comes from; nothing else in the court knows.
    function _randomnessOf(uint256 blockNumber, bytes calldata header) private view returns (bytes32) {
        require(block.number > blockNumber, SeedNotReady(blockNumber));
        bytes32 expected = Headers.hashOf(blockNumber);
        require(expected != 0, SeedMissed(blockNumber));
        bytes32 given = keccak256(header);
        require(given == expected, WrongHeader(blockNumber, expected, given));
        return Headers.prevRandao(header);
    }

    function _seedOf(uint256 disputeId, uint256 index, bytes32 randomness) private view returns (bytes32) {
        return keccak256(abi.encode(DRAW, block.chainid, address(this), disputeId, index, randomness));
    }

    /// @dev Nobody judges: everything paid for the round goes back.
    function _void(Dispute storage dispute, uint256 disputeId, uint256 index, bytes32 seed) private {
        Round storage round = dispute.rounds[index];
        (round.stage, round.settled) = (Stage.Void, true);
        emit RoundVoided(disputeId, index, seed);
        _refund(disputeId, _payerOf(dispute, index), _feesOf(dispute.version, index) + round.bond);
    }

    /// @dev Shuffles the seats of the term (Fisher–Yates) until enough who are no party have come.
    /// @return jury As many as the round has seats, or the largest odd number there is; empty when these are fewer than three.
    function _choose(
        Dispute storage dispute,
        uint256 disputeId,
        uint256 index,
        bytes32 seed,
        uint32 term
    ) private view returns (uint16[] memory jury) {
        uint16[] memory pool = seats.seatsOf(term);
        uint256 wanted = _jurySize(index);
        jury = new uint16[](wanted);
        uint256 size;
        for (uint256 i; i < pool.length && size < wanted; ++i) {
            uint256 chosen = i + (uint256(keccak256(abi.encode(seed, i))) % (pool.length - i));
            (pool[i], pool[chosen]) = (pool[chosen], pool[i]);
            if (!_isExcluded(dispute, disputeId, index, pool[i])) jury[size++] = pool[i];
        }
        if (size < LEAST_JURY) size = 0;
        else if (size % 2 == 0) --size;
        // Never longer than it was made.
        assembly ("memory-safe") {
            mstore(jury, size)
        }
    }

    /// @dev Who paid for an appeal has his bond at stake; parties the arbitrable names, if its word counts.
    function _isExcluded(
        Dispute storage dispute,
        uint256 disputeId,
        uint256 index,
        uint16 candidateId
    ) private view returns (bool) {
        bool namesConflicts = dispute.namesConflicts;
        if (index == 0 && !namesConflicts) return false;
        address account = seats.accountOf(candidateId);
        for (uint256 i = 1; i <= index; ++i) if (dispute.rounds[i].payer == account) return true;
        return namesConflicts && _isConflicted(address(dispute.arbitrable), disputeId, account);
    }

    /// @dev Reads one word whatever comes back, and counts a call that fails as no.
    function _isConflicted(address namer, uint256 disputeId, address account) private view returns (bool conflicted) {
        bytes memory question = abi.encodeCall(IConflicts.isConflicted, (disputeId, account));
        require(gasleft() >= GAS_TO_ASK, GasTooLow(gasleft(), GAS_TO_ASK));
        assembly ("memory-safe") {
            let success := staticcall(CONFLICT_GAS, namer, add(question, 32), mload(question), 0, 32)
            conflicted := and(and(success, gt(returndatasize(), 31)), iszero(iszero(mload(0))))
        }
    }

    function _pack(uint16[] memory jury) private pure returns (uint240 packed) {
        for (uint256 seat; seat < jury.length; ++seat) packed |= uint240(jury[seat]) << uint240(16 * seat);
    }
}
