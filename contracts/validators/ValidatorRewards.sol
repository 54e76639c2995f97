// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Settlement} from "../settlement/Settlement.sol";
import {Elections} from "./Elections.sol";
import {MAX_SEATS, Seat} from "./IElections.sol";
import {IValidatorRewards} from "./IValidatorRewards.sol";
import {IValidators} from "./IValidators.sol";
import {VoterTree} from "./VoterTree.sol";

/// @title ValidatorRewards
/// @notice Receives the commune's share of sales and pays it to validators and voters. Nobody governs it: who sits, who was
/// slashed and what backs whom it learns from the elections contract, whom money belongs to from the validators contract.
/// What rounding leaves of a term's sum rolls on to the next; what it leaves inside a seat, less than one unit per voter, stays.
contract ValidatorRewards is IValidatorRewards, Multicall {
    using SafeERC20 for IERC20;

    uint256 private constant BPS = 10_000;
    uint256 private constant AMOUNT_BITS = 96;

    IERC20 public immutable asset;
    Settlement public immutable settlement;
    Elections public immutable elections;
    IValidators public immutable validators;

    /// @inheritdoc IValidatorRewards
    uint32 public nextTerm;
    /// @inheritdoc IValidatorRewards
    uint256 public reserved;
    /// @dev By seat, commission included.
    mapping(uint32 term => uint128[MAX_SEATS] rewards) private _rewards;
    /// @inheritdoc IValidatorRewards
    mapping(uint32 term => mapping(uint16 candidateId => bool claimed)) public commissionClaimed;
    /// @inheritdoc IValidatorRewards
    mapping(uint32 term => mapping(uint32 voterId => bool claimed)) public rewardClaimed;

    constructor(Settlement settlement_, Elections elections_) {
        (settlement, asset) = (settlement_, settlement_.asset());
        (elections, validators) = (elections_, elections_.validators());
        nextTerm = elections_.currentTerm();
    }

    /// @inheritdoc IValidatorRewards
    function closeTerm(uint32 term) external {
        require(term == nextTerm, NotNextTerm(term, nextTerm));
        require(elections.currentTerm() > term, TermNotOver(term));
        _collect(term);
        nextTerm = term + 1;
        uint128 amount = SafeCast.toUint128(asset.balanceOf(address(this)) - reserved);
        (uint256[] memory weights, uint256 weight) = _weights(term);
        uint256 owed;
        for (uint256 i; i < weights.length; ++i) {
            if (weights[i] == 0) continue;
            uint128 reward = uint128((amount * weights[i]) / weight);
            _rewards[term][i] = reward;
            owed += reward;
        }
        reserved += owed;
        emit TermClosed(term, elections.electionOf(term), owed, weight);
    }

    /// @inheritdoc IValidatorRewards
    function claimCommission(uint32 term, uint256 index) external returns (uint256 amount) {
        (Seat memory seat, uint256 reward) = _seatAndReward(term, index);
        uint16 candidateId = seat.candidateId;
        require(!commissionClaimed[term][candidateId], CommissionClaimed(term, candidateId));
        commissionClaimed[term][candidateId] = true;
        amount = _commission(seat, reward);
        reserved -= amount;
        address to = elections.accountOf(candidateId);
        emit CommissionPaid(term, candidateId, to, amount);
        asset.safeTransfer(to, amount);
    }

    /// @inheritdoc IValidatorRewards
    function claim(
        uint32 term,
        uint32 voterId,
        uint256[] calldata edges,
        bytes32[] calldata proof
    ) external returns (uint256 amount) {
        require(term < nextTerm, TermNotClosed(term));
        require(!rewardClaimed[term][voterId], RewardClaimed(term, voterId));
        require(_isProven(term, voterId, edges, proof), InvalidVoterProof(term, voterId));
        rewardClaimed[term][voterId] = true;
        for (uint256 i; i < edges.length; ++i) {
            (Seat memory seat, uint256 reward) = _seatAndReward(term, edges[i] >> AMOUNT_BITS);
            amount += ((reward - _commission(seat, reward)) * uint96(edges[i])) / seat.support;
        }
        reserved -= amount;
        address to = validators.voterOf(voterId).account;
        emit RewardPaid(term, voterId, to, amount);
        asset.safeTransfer(to, amount);
    }

    /// @inheritdoc IValidatorRewards
    function rewardOf(uint32 term, uint256 index) external view returns (uint256 reward) {
        (, reward) = _seatAndReward(term, index);
    }

    /// @dev Somebody else who closes a term at its end must not be able to keep its last epochs' money out of it.
    function _collect(uint32 term) private {
        if (settlement.commune() != address(this)) return;
        uint32 epochs = elections.TERM_EPOCHS();
        for (uint32 epoch = term * epochs; epoch < (term + 1) * epochs; ++epoch) {
            if (settlement.communeAccrued(epoch) > 0) settlement.collectCommune(epoch);
        }
    }

    /// @dev Of the term's seats; 0 for one that a judgment hit.
    function _weights(uint32 term) private view returns (uint256[] memory weights, uint256 total) {
        weights = elections.weightsIn(term);
        Seat[] memory seats = elections.seatsIn(term);
        for (uint256 i; i < weights.length; ++i) {
            if (elections.slashedIn(term, seats[i].candidateId)) weights[i] = 0;
            total += weights[i];
        }
    }

    function _seatAndReward(uint32 term, uint256 index) private view returns (Seat memory seat, uint256 reward) {
        require(term < nextTerm, TermNotClosed(term));
        seat = elections.seatAt(term, index);
        require(seat.candidateId != 0, UnknownSeat(term, index));
        reward = _rewards[term][index];
    }

    function _isProven(
        uint32 term,
        uint32 voterId,
        uint256[] calldata edges,
        bytes32[] calldata proof
    ) private view returns (bool) {
        // Fewer words than a leaf has could be taken for a node.
        if (edges.length == 0) return false;
        uint32 elected = elections.electionOf(term);
        (, bytes32 root) = elections.outcomeOf(elected);
        bytes32 leaf = VoterTree.leaf(elections.scopeOf(elected), voterId, edges);
        return MerkleProof.verifyCalldata(proof, root, leaf);
    }

    function _commission(Seat memory seat, uint256 reward) private pure returns (uint256) {
        return (reward * seat.commissionBps) / BPS;
    }
}
