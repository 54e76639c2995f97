// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Appeals} from "./Appeals.sol";
import {Ballots} from "./Ballots.sol";
import {ICourt, Phase, Stage} from "./ICourt.sol";
import {IRefunds} from "./IRefunds.sol";

/// @title RoundSettlement
/// @notice Shares out what a round brought. Depends on the final ruling only, which a round's own settlement does not change.
abstract contract RoundSettlement is Appeals {
    using Ballots for uint120;

    /// @inheritdoc ICourt
    function settle(uint256 disputeId, uint256 index) external {
        Dispute storage dispute = _dispute(disputeId);
        _checkPhase(dispute, Phase.Final);
        require(index <= dispute.lastRound, UnknownRound(disputeId, index));
        Round storage round = dispute.rounds[index];
        require(!round.settled, AlreadySettled(disputeId, index));
        round.settled = true;
        (uint256 ruling, bool decided) = _rulingOf(dispute);
        (uint256 coherent, uint256 tokens) = _penalise(dispute, disputeId, index, ruling, decided);
        uint256 coins = _parameters[dispute.version].feePerJuror * round.size;
        if (index > 0) coins += _decideBond(dispute, disputeId, index, ruling, coherent);
        emit RoundSettled(disputeId, index, ruling, coherent, coins, tokens);
        if (coherent > 0) {
            _payCoherent(round, ruling, coherent, coins, tokens);
        } else {
            _credit(_payerOf(dispute, index), coins, 0);
            _creditTreasury(0, tokens);
        }
    }

    /// @inheritdoc IRefunds
    function refundOf(uint256 disputeId) external view returns (uint256) {
        Dispute storage dispute = _dispute(disputeId);
        Round storage round = dispute.rounds[0];
        uint256 fee = _parameters[dispute.version].feePerJuror;
        if (round.stage == Stage.Void) return fee * _jurySize(0);
        if (round.stage < Stage.Drawn) return 0;
        uint256 size = round.size;
        if (!round.settled) return fee * (_jurySize(0) - size);
        (uint256 ruling, ) = _rulingOf(dispute);
        for (uint256 seat; seat < size; ++seat) {
            if (round.votes.isVoteFor(seat, ruling)) return fee * (_jurySize(0) - size);
        }
        return fee * _jurySize(0);
    }

    /// @return coherent Number of seats that voted for the ruling.
    /// @return tokens What the others lost.
    function _penalise(
        Dispute storage dispute,
        uint256 disputeId,
        uint256 index,
        uint256 ruling,
        bool decided
    ) private returns (uint256 coherent, uint256 tokens) {
        Round storage round = dispute.rounds[index];
        (uint120 votes, uint256 size) = (round.votes, round.size);
        for (uint256 seat; seat < size; ++seat) {
            if (votes.isVoteFor(seat, ruling)) ++coherent;
            else tokens += _penaliseSeat(dispute, disputeId, index, seat, decided);
        }
    }

    /// @dev Of a seat that did not vote for the ruling.
    function _penaliseSeat(
        Dispute storage dispute,
        uint256 disputeId,
        uint256 index,
        uint256 seat,
        bool decided
    ) private returns (uint256 taken) {
        Round storage round = dispute.rounds[index];
        bool silent = !round.votes.hasRevealed(seat);
        if (!silent && !decided) return 0;
        uint16 candidateId = Ballots.seatAt(round.jury, seat);
        taken = seats.slash(candidateId, _penaltyOf(dispute.version, silent));
        emit SeatPenalised(disputeId, index, seat, candidateId, silent, taken);
    }

    /// @return toJurors The bond if the ruling that was appealed stands and somebody in the appeal's jury saw it.
    function _decideBond(
        Dispute storage dispute,
        uint256 disputeId,
        uint256 index,
        uint256 ruling,
        uint256 coherent
    ) private returns (uint256 toJurors) {
        Round storage round = dispute.rounds[index];
        uint256 bond = round.bond;
        (uint256 appealed, ) = dispute.rounds[index - 1].votes.plurality();
        if (ruling != appealed) {
            emit BondDecided(disputeId, index, round.payer, bond);
            _credit(round.payer, bond, 0);
        } else if (coherent == 0) {
            emit BondDecided(disputeId, index, address(this), bond);
            _creditTreasury(bond, 0);
        } else {
            emit BondDecided(disputeId, index, address(0), bond);
            toJurors = bond;
        }
    }

    function _payCoherent(
        Round storage round,
        uint256 ruling,
        uint256 coherent,
        uint256 coins,
        uint256 tokens
    ) private {
        (uint120 votes, uint256 size) = (round.votes, round.size);
        // The first one gets what is left over, too.
        (uint256 coinsEach, uint256 tokensEach) = (coins / coherent, tokens / coherent);
        (coins, tokens) = (coins - coinsEach * (coherent - 1), tokens - tokensEach * (coherent - 1));
        for (uint256 seat; seat < size; ++seat) {
            if (!votes.isVoteFor(seat, ruling)) continue;
            _credit(seats.accountOf(Ballots.seatAt(round.jury, seat)), coins, tokens);
            (coins, tokens) = (coinsEach, tokensEach);
        }
    }

    function _penaltyOf(uint256 version, bool silent) private view returns (uint256) {
        uint256 bps = silent ? _parameters[version].silentBps : _parameters[version].incoherentBps;
        return (uint256(_parameters[version].lockPerSeat) * bps) / BPS;
    }
}
