// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IArbitrable} from "@kleros/erc-792/contracts/IArbitrable.sol";
import {IArbitrator} from "@kleros/erc-792/contracts/IArbitrator.sol";
import {ERC165Checker} from "@openzeppelin/contracts/utils/introspection/ERC165Checker.sol";
import {Ballots} from "./Ballots.sol";
import {Balances} from "./Balances.sol";
import {IConflicts} from "./IConflicts.sol";
import {DisputeInfo, ICourt, Phase, RoundInfo, Stage} from "./ICourt.sol";

/// @title CourtDisputes
/// @notice Opens disputes, tells their phase, and ends them.
abstract contract CourtDisputes is Balances {
    using Ballots for uint120;

    struct Round {
        uint32 term;
        uint40 seedBlock;
        /// Begin of the window that `stage` opened.
        uint40 since;
        uint8 size;
        Stage stage;
        bool settled;
        uint120 votes;
        /// Candidates on the seats, sixteen bits each.
        uint240 jury;
        /// Those of the dispute again, so that a vote needs no other slot.
        uint8 choices;
        /// Of the appeal; nobody in the first round.
        address payer;
        uint96 bond;
        mapping(uint256 seat => bytes32 commitment) commitments;
    }

    struct Dispute {
        IArbitrable arbitrable;
        uint40 openedAt;
        uint8 choices;
        uint16 version;
        uint8 lastRound;
        bool namesConflicts;
        bool ruled;
        Round[LAST_ROUND + 1] rounds;
    }

    /// @dev What an appeal costs that is not possible; as other arbitrators say it.
    uint256 private constant NOT_PAYABLE = type(uint256).max / 2;

    mapping(uint256 disputeId => Dispute dispute) private _disputes;

    /// @inheritdoc IArbitrator
    /// @param extraData Not looked at: there is one court, and its first jury has three seats.
    function createDispute(uint256 choices, bytes calldata extraData) external payable returns (uint256 disputeId) {
        require(choices > 0 && choices <= Ballots.MAX_CHOICE, InvalidChoices(choices));
        disputeId = ++_disputeCount;
        uint16 version = currentVersion;
        // Anybody else could name everybody but the jury he wants.
        bool namesConflicts =
            isTrusted[msg.sender] &&
                ERC165Checker.supportsERC165InterfaceUnchecked(msg.sender, type(IConflicts).interfaceId);
        Dispute storage dispute = _disputes[disputeId];
        dispute.arbitrable = IArbitrable(msg.sender);
        dispute.openedAt = uint40(block.timestamp);
        dispute.choices = uint8(choices);
        dispute.version = version;
        dispute.namesConflicts = namesConflicts;
        emit DisputeCreation(disputeId, IArbitrable(msg.sender));
        uint48 evidenceEndsAt = uint48(block.timestamp) + _evidenceWindow;
        emit DisputeOpened(disputeId, uint8(choices), version, namesConflicts, evidenceEndsAt);
        _refundExcess(disputeId, arbitrationCost(extraData));
    }

    /// @inheritdoc ICourt
    function executeRuling(uint256 disputeId) external {
        Dispute storage dispute = _dispute(disputeId);
        _checkPhase(dispute, Phase.Final);
        require(!dispute.ruled, AlreadyRuled(disputeId));
        dispute.ruled = true;
        (uint256 ruling, ) = _rulingOf(dispute);
        emit RulingExecuted(disputeId, ruling);
        dispute.arbitrable.rule(disputeId, ruling);
    }

    /* VIEWS */

    /// @inheritdoc IArbitrator
    function arbitrationCost(bytes calldata) public view returns (uint256) {
        return _feesOf(currentVersion, 0);
    }

    /// @inheritdoc IArbitrator
    function appealCost(uint256 disputeId, bytes calldata) external view returns (uint256 cost) {
        Dispute storage dispute = _dispute(disputeId);
        if (!_canBeAppealed(dispute)) return NOT_PAYABLE;
        (uint256 fees, uint256 bond) = _appealCost(dispute);
        return fees + bond;
    }

    /// @inheritdoc IArbitrator
    /// @dev Known from when all commitments were revealed, or the window for it has passed.
    function appealPeriod(uint256 disputeId) external view returns (uint256 start, uint256 end) {
        Dispute storage dispute = _dispute(disputeId);
        (Phase phase, uint256 endsAt) = _phaseOf(dispute);
        if (!_canBeAppealed(dispute) || phase < Phase.Appeal) return (0, 0);
        return (endsAt - _appealWindow, endsAt);
    }

    /// @inheritdoc IArbitrator
    function disputeStatus(uint256 disputeId) external view returns (DisputeStatus) {
        (Phase phase, ) = _phaseOf(_dispute(disputeId));
        if (phase == Phase.Final) return DisputeStatus.Solved;
        return phase == Phase.Appeal ? DisputeStatus.Appealable : DisputeStatus.Waiting;
    }

    /// @inheritdoc IArbitrator
    /// @dev Counts what is revealed so far; while a round of an appeal is not voted on, the ruling it would give is 0.
    function currentRuling(uint256 disputeId) external view returns (uint256 ruling) {
        (ruling, ) = _rulingOf(_dispute(disputeId));
    }

    /// @inheritdoc ICourt
    function disputeCount() external view returns (uint256) {
        return _disputeCount;
    }

    /// @inheritdoc ICourt
    function disputeOf(uint256 disputeId) external view returns (DisputeInfo memory info) {
        Dispute storage dispute = _dispute(disputeId);
        (info.arbitrable, info.openedAt) = (address(dispute.arbitrable), dispute.openedAt);
        (info.choices, info.version, info.lastRound) = (dispute.choices, dispute.version, dispute.lastRound);
        (info.namesConflicts, info.ruled) = (dispute.namesConflicts, dispute.ruled);
    }

    /// @inheritdoc ICourt
    function roundOf(uint256 disputeId, uint256 index) external view returns (RoundInfo memory info) {
        Dispute storage dispute = _dispute(disputeId);
        Round storage round = dispute.rounds[index];
        (info.term, info.seedBlock, info.since) = (round.term, round.seedBlock, round.since);
        (info.size, info.stage, info.settled) = (round.size, round.stage, round.settled);
        (info.votes, info.bond) = (round.votes, round.bond);
        if (index <= dispute.lastRound) info.payer = _payerOf(dispute, index);
    }

    /// @inheritdoc ICourt
    function juryOf(uint256 disputeId, uint256 index) external view returns (uint16[] memory candidateIds) {
        Round storage round = _dispute(disputeId).rounds[index];
        candidateIds = new uint16[](round.size);
        for (uint256 seat; seat < candidateIds.length; ++seat) candidateIds[seat] = Ballots.seatAt(round.jury, seat);
    }

    /// @inheritdoc ICourt
    function commitmentOf(uint256 disputeId, uint256 index, uint256 seat) external view returns (bytes32) {
        return _dispute(disputeId).rounds[index].commitments[seat];
    }

    /// @inheritdoc ICourt
    function phaseOf(uint256 disputeId) external view returns (Phase phase, uint48 endsAt) {
        uint256 end;
        (phase, end) = _phaseOf(_dispute(disputeId));
        endsAt = uint48(end);
    }

    /* INTERNAL */

    function _dispute(uint256 disputeId) internal view returns (Dispute storage dispute) {
        dispute = _disputes[disputeId];
        require(address(dispute.arbitrable) != address(0), UnknownDispute(disputeId));
    }

    /// @dev Without asking whether there is such a round.
    function _roundAt(uint256 disputeId, uint256 index) internal view returns (Round storage) {
        return _disputes[disputeId].rounds[index];
    }

    function _lastRound(Dispute storage dispute) internal view returns (uint256 index, Round storage round) {
        index = dispute.lastRound;
        round = dispute.rounds[index];
    }

    function _payerOf(Dispute storage dispute, uint256 index) internal view returns (address) {
        return index == 0 ? address(dispute.arbitrable) : dispute.rounds[index].payer;
    }

    function _checkPhase(Dispute storage dispute, Phase expected) internal view {
        (Phase phase, ) = _phaseOf(dispute);
        require(phase == expected, WrongPhase(expected, phase));
    }

    function _phaseOf(Dispute storage dispute) internal view returns (Phase, uint256 endsAt) {
        (uint256 index, Round storage round) = _lastRound(dispute);
        if (round.stage != Stage.None) return _phaseOf(round, index);
        if (index == 0) {
            endsAt = uint256(dispute.openedAt) + _evidenceWindow;
            if (block.timestamp < endsAt) return (Phase.Evidence, endsAt);
        }
        return (Phase.Arming, 0);
    }

    /// @dev Of a round that is armed at least.
    function _phaseOf(Round storage round, uint256 index) internal view returns (Phase, uint256 endsAt) {
        Stage stage = round.stage;
        if (stage == Stage.Armed) return (Phase.Drawing, 0);
        endsAt = round.since;
        if (stage == Stage.Void) return (Phase.Final, endsAt);
        if (stage == Stage.Drawn) {
            endsAt += _commitWindow;
            if (block.timestamp < endsAt) return (Phase.Commit, endsAt);
        }
        if (stage < Stage.Revealed) {
            endsAt += _revealWindow;
            if (block.timestamp < endsAt) return (Phase.Reveal, endsAt);
        }
        if (index < LAST_ROUND) {
            endsAt += _appealWindow;
            if (block.timestamp < endsAt) return (Phase.Appeal, endsAt);
        }
        return (Phase.Final, endsAt);
    }

    /// @return ruling Of the latest round that had a jury.
    /// @return decided Whether one choice had more votes than each other.
    function _rulingOf(Dispute storage dispute) internal view returns (uint256 ruling, bool decided) {
        (uint256 index, Round storage round) = _lastRound(dispute);
        if (round.stage == Stage.Void && index > 0) round = dispute.rounds[index - 1];
        return round.votes.plurality();
    }

    /// @dev Of the round after the latest one.
    function _appealCost(Dispute storage dispute) internal view returns (uint256 fees, uint256 bond) {
        uint256 version = dispute.version;
        fees = _feesOf(version, dispute.lastRound + 1);
        bond = (fees * _parameters[version].appealBondBps) / BPS;
    }

    function _canBeAppealed(Dispute storage dispute) private view returns (bool) {
        (uint256 index, Round storage round) = _lastRound(dispute);
        return index < LAST_ROUND && round.stage != Stage.Void;
    }
}
