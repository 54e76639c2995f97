// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {AssetTransfers} from "../shared/AssetTransfers.sol";
import {CandidateBonds} from "./CandidateBonds.sol";
import {IValidators, Voter} from "./IValidators.sol";
import {VoterList} from "./VoterList.sol";

/// @title Nominations
/// @notice Who backs whom, and with how much.
abstract contract Nominations is CandidateBonds, VoterList {
    using SafeERC20 for IERC20;

    uint256 private constant MAX_NOMINATIONS = 16;
    uint256 private constant ID_BYTES = 4;

    /// @inheritdoc IValidators
    uint32 public voterCount;
    /// @inheritdoc IValidators
    mapping(address account => uint32 voterId) public voterIdOf;

    /// @inheritdoc IValidators
    function bond(uint96 amount) external returns (uint32 voterId) {
        require(amount > 0, ZeroAmount());
        voterId = voterIdOf[msg.sender];
        if (voterId == 0) voterId = _registerVoter();
        Voter storage voter = _voters[voterId];
        _touch(voter);
        _setStake(voterId, voter, voter.stake + amount);
        AssetTransfers.pull(asset, msg.sender, amount);
    }

    /// @inheritdoc IValidators
    function nominate(uint16[] calldata candidateIds) external {
        (uint32 voterId, Voter storage voter) = _ownVoter();
        voter.targets = _pack(candidateIds);
        emit NominationsSet(voterId, candidateIds, voter.tag);
        _relist(voterId);
    }

    /// @inheritdoc IValidators
    function unbond(uint96 amount) external {
        require(amount > 0, ZeroAmount());
        (uint32 voterId, Voter storage voter) = _ownVoter();
        require(amount <= voter.stake, BondExceeded(amount, voter.stake));
        uint96 leaving = voter.leaving + amount;
        uint32 releaseEpoch = currentEpoch() + UNBONDING_EPOCHS;
        (voter.leaving, voter.releaseEpoch) = (leaving, releaseEpoch);
        _setStake(voterId, voter, voter.stake - amount);
        emit StakeLeaving(voterId, leaving, releaseEpoch);
    }

    /// @inheritdoc IValidators
    function withdrawStake() external returns (uint256 amount) {
        uint32 voterId = voterIdOf[msg.sender];
        Voter storage voter = _voters[voterId];
        amount = voter.leaving;
        require(amount > 0, NothingLeaving(msg.sender));
        require(currentEpoch() >= voter.releaseEpoch, StillLocked(voter.releaseEpoch));
        (voter.leaving, voter.releaseEpoch) = (0, 0);
        emit StakeWithdrawn(voterId, msg.sender, amount);
        asset.safeTransfer(msg.sender, amount);
    }

    /// @inheritdoc IValidators
    function enlist(uint32 voterId) external {
        Voter storage voter = _voters[voterId];
        require(voter.account != address(0), UnknownVoter(voterId));
        require(voter.position == 0, AlreadyListed(voterId));
        _touch(voter);
        (, uint256 smallest) = listing();
        bool votes = voter.stake > 0 && voter.targets != 0;
        require(votes && _tryInsert(voterId, voter.stake), StakeTooSmall(voterId, voter.stake, smallest));
    }

    /// @inheritdoc IValidators
    function votersAt(
        uint32 term,
        bytes calldata ids
    ) external view returns (uint256[] memory stakes, uint256[] memory targets) {
        require(ids.length % ID_BYTES == 0, BadVoterIds(ids.length));
        uint256 count = ids.length / ID_BYTES;
        (stakes, targets) = (new uint256[](count), new uint256[](count));
        for (uint256 i; i < count; ++i) {
            uint32 voterId;
            assembly ("memory-safe") {
                voterId := shr(224, calldataload(add(ids.offset, mul(i, 4))))
            }
            (uint256 stake, uint256 named) = _voterAt(term, _voters[voterId]);
            assembly ("memory-safe") {
                let place := shl(5, add(i, 1))
                mstore(add(stakes, place), stake)
                mstore(add(targets, place), named)
            }
        }
    }

    /// @inheritdoc IValidators
    function voterOf(uint32 voterId) external view returns (Voter memory) {
        return _voters[voterId];
    }

    function _voterAt(uint32 term, Voter storage voter) private view returns (uint256 stake, uint256 targets) {
        uint256 word;
        // The first slot at once: stake, stakeBefore, tag, position, wasListed.
        assembly ("memory-safe") {
            word := sload(voter.slot)
        }
        if (uint32(word >> 192) <= term) {
            if (uint16(word >> 224) > 0) return (uint96(word), voter.targets);
        } else if (word >> 240 > 0) {
            return (uint96(word >> 96), voter.targetsBefore);
        }
    }

    function _registerVoter() private returns (uint32 voterId) {
        voterId = ++voterCount;
        voterIdOf[msg.sender] = voterId;
        _voters[voterId].account = msg.sender;
        emit VoterRegistered(voterId, msg.sender);
    }

    function _ownVoter() private returns (uint32 voterId, Voter storage voter) {
        voterId = voterIdOf[msg.sender];
        require(voterId != 0, NotVoter(msg.sender));
        voter = _voters[voterId];
        _touch(voter);
    }

    function _setStake(uint32 voterId, Voter storage voter, uint96 stake) private {
        voter.stake = stake;
        emit StakeSet(voterId, stake, voter.tag);
        _relist(voterId);
    }

    function _pack(uint16[] calldata candidateIds) private view returns (uint256 targets) {
        uint256 count = candidateIds.length;
        require(count <= MAX_NOMINATIONS, TooManyNominations(count, MAX_NOMINATIONS));
        uint16 previous;
        for (uint256 i; i < count; ++i) {
            uint16 candidateId = candidateIds[i];
            require(candidateId > previous, NominationsOutOfOrder(previous, candidateId));
            require(candidateId <= candidateCount, UnknownCandidate(candidateId));
            targets |= uint256(candidateId) << (16 * i);
            previous = candidateId;
        }
    }
}
