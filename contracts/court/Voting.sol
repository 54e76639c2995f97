// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Ballots} from "./Ballots.sol";
import {Draws} from "./Draws.sol";
import {ICourt, Phase, Stage} from "./ICourt.sol";

/// @title Voting
/// @notice Commit and reveal. A commitment binds its seat and juror, so that a copied one cannot be opened.
abstract contract Voting is Draws {
    using Ballots for uint120;

    bytes32 private constant VOTE = keccak256("TrustedCommerceCommune.Vote");

    /// @inheritdoc ICourt
    function commit(uint256 disputeId, uint256 index, uint256 seat, bytes32 commitment) external {
        Round storage round = _roundIn(Phase.Commit, disputeId, index);
        uint16 candidateId = _candidateOn(round, seat);
        address juror = seats.accountOf(candidateId);
        require(msg.sender == juror, NotJuror(seat, juror, msg.sender));
        require(commitment != 0, EmptyCommitment(seat));
        uint120 votes = round.votes;
        require(!votes.hasCommitted(seat), AlreadyCommitted(seat));
        votes = votes.commit(seat);
        round.votes = votes;
        round.commitments[seat] = commitment;
        emit VoteCommitted(disputeId, index, seat, candidateId, commitment);
        if (votes.haveAllCommitted(round.size)) _closeEarly(round, Stage.Committed, disputeId, index);
    }

    /// @inheritdoc ICourt
    function reveal(uint256 disputeId, uint256 index, uint256 seat, uint256 choice, bytes32 salt) external {
        Round storage round = _roundIn(Phase.Reveal, disputeId, index);
        uint16 candidateId = _candidateOn(round, seat);
        require(choice <= round.choices, ChoiceOutside(choice, round.choices));
        bytes32 commitment = round.commitments[seat];
        require(commitment != 0, NothingToReveal(seat));
        bytes32 opened = keccak256(
            abi.encode(VOTE, block.chainid, address(this), disputeId, index, seat, candidateId, choice, salt)
        );
        require(opened == commitment, CommitmentMismatch(commitment, opened));
        delete round.commitments[seat];
        uint120 votes = round.votes.reveal(seat, choice);
        round.votes = votes;
        emit VoteRevealed(disputeId, index, seat, candidateId, choice);
        if (!votes.isOpen()) return;
        _closeEarly(round, Stage.Revealed, disputeId, index);
        if (index < LAST_ROUND) emit AppealPossible(disputeId, _dispute(disputeId).arbitrable);
    }

    function _closeEarly(Round storage round, Stage stage, uint256 disputeId, uint256 index) private {
        (round.stage, round.since) = (stage, uint40(block.timestamp));
        emit ClosedEarly(disputeId, index, stage);
    }

    /// @dev Rounds before the latest one are past both phases.
    function _roundIn(Phase expected, uint256 disputeId, uint256 index) private view returns (Round storage round) {
        require(index <= LAST_ROUND, UnknownRound(disputeId, index));
        round = _roundAt(disputeId, index);
        Phase phase;
        if (round.stage == Stage.None) {
            Dispute storage dispute = _dispute(disputeId);
            require(index <= dispute.lastRound, UnknownRound(disputeId, index));
            (phase, ) = _phaseOf(dispute);
        } else {
            (phase, ) = _phaseOf(round, index);
        }
        require(phase == expected, WrongPhase(expected, phase));
    }

    function _candidateOn(Round storage round, uint256 seat) private view returns (uint16) {
        require(seat < round.size, UnknownSeat(seat, round.size));
        return Ballots.seatAt(round.jury, seat);
    }
}
