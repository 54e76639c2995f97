// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IArbitrable} from "@kleros/erc-792/contracts/IArbitrable.sol";
import {IArbitrator} from "@kleros/erc-792/contracts/IArbitrator.sol";
import {IEvidence} from "@kleros/erc-792/contracts/erc-1497/IEvidence.sol";
import {ERC165} from "@openzeppelin/contracts/utils/introspection/ERC165.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Commodities} from "../commodities/Commodities.sol";
import {IConflicts} from "../court/IConflicts.sol";
import {IRulings} from "../experience/IRulings.sol";
import {QualityModels} from "../models/QualityModels.sol";
import {AssetTransfers} from "../shared/AssetTransfers.sol";
import {DocumentUri} from "../shared/DocumentUri.sol";
import {EpochClock} from "../shared/EpochClock.sol";
import {Values} from "../shared/Values.sol";
import {ChallengeLists} from "./ChallengeLists.sol";
import {Case, CaseKind, CaseState, Challenge, Ground, IDisputes} from "./IDisputes.sol";
import {Ledger, Ledgers} from "./Ledgers.sol";
import {Purse} from "./Purse.sol";

/// @title Cases
/// @notice What cases of every kind have in common: how they are opened, argued, put before their arbitrator and ruled on. Each keeps the
/// arbitrator of its opening.
abstract contract Cases is Purse, EpochClock, IArbitrable, IEvidence, IConflicts, ERC165 {
    using ChallengeLists for Challenge[];
    using Ledgers for Ledger;

    /// @dev Who pays what the challengers' coins left missing of the arbitrator's cost.
    struct Help {
        address helper;
        uint96 coins;
    }

    /// @dev Ruling by which everything stays as it is.
    uint8 internal constant KEEP = 1;

    Commodities public immutable commodities;
    QualityModels public immutable models;
    /// @notice Seconds after which a case without a ruling lapses. Must be longer than an arbitrator can take.
    uint32 public immutable lapseAfter;

    /// @notice Lowest bond of a challenge or of who opens a case, in the settlement asset.
    uint96 public bondRequired = 50e6;
    /// @notice Rules on cases opened from now on.
    IArbitrator public arbitrator;
    /// @notice Number of cases; ids are 1, 2, 3, ….
    uint256 public caseCount;
    /// @notice Number of the document that explains a kind of case to jurors (ERC-1497); 0 before there is one.
    mapping(CaseKind kind => uint256 id) public metaEvidenceOf;
    mapping(uint256 caseId => Case one) internal _cases;
    mapping(uint256 caseId => Challenge[] challenges) internal _challenges;
    mapping(uint256 caseId => Help help) internal _help;
    /// @inheritdoc IDisputes
    mapping(IArbitrator arbitrator => mapping(uint256 disputeId => uint256 caseId)) public caseOfDispute;

    constructor(Commodities commodities_, QualityModels models_, uint32 lapseAfter_) {
        commodities = commodities_;
        models = models_;
        lapseAfter = lapseAfter_;
    }

    /// @inheritdoc IDisputes
    function submitEvidence(uint256 caseId, bytes32 evidenceDigest) external {
        Case storage one = _cases[caseId];
        CaseState state = one.state;
        require(
            state == CaseState.Collecting || state == CaseState.Pending,
            WrongCaseState(caseId, state, CaseState.Pending)
        );
        _submit(caseId, one.arbitrator, evidenceDigest);
    }

    /// @inheritdoc IArbitrable
    /// @dev Records only, so that nothing outside can make it fail. A ruling that is no choice counts as a refusal; one that comes after
    /// the case has lapsed changes nothing.
    function rule(uint256 disputeId, uint256 ruling) external {
        IArbitrator by = IArbitrator(msg.sender);
        uint256 caseId = caseOfDispute[by][disputeId];
        require(caseId != 0, UnknownDispute(by, disputeId));
        Case storage one = _cases[caseId];
        require(!one.answered, AlreadyRuled(caseId));
        one.answered = true;
        emit Ruling(by, disputeId, ruling);
        if (one.state != CaseState.Pending) return;
        _rule(caseId, one, ruling > one.choices ? 0 : uint8(ruling), false);
    }

    /// @inheritdoc IConflicts
    /// @dev Reporters count where no report could be added any more when the case was opened: the answer must not change.
    function isConflicted(uint256 disputeId, address account) external view returns (bool) {
        uint256 caseId = caseOfDispute[IArbitrator(msg.sender)][disputeId];
        if (caseId == 0) return false;
        Case storage one = _cases[caseId];
        if (account == one.producer || account == one.expert) return true;
        Challenge[] storage list = _challenges[caseId];
        for (uint256 i; i < list.length; ++i) if (list[i].challenger == account) return true;
        return one.reportersFixed && IRulings(one.evaluations).hasReported(one.subject, account);
    }

    /// @inheritdoc IDisputes
    function caseOf(uint256 caseId) external view returns (Case memory) {
        require(caseId != 0 && caseId <= caseCount, UnknownCase(caseId));
        return _cases[caseId];
    }

    /// @inheritdoc IDisputes
    function challengesOf(uint256 caseId) external view returns (Challenge[] memory) {
        return _challenges[caseId];
    }

    /// @inheritdoc IDisputes
    function arbitrationCost() external view returns (uint256) {
        require(address(arbitrator) != address(0), NoArbitrator());
        return arbitrator.arbitrationCost("");
    }

    function supportsInterface(bytes4 interfaceId) public view override returns (bool) {
        return
            interfaceId == type(IArbitrable).interfaceId ||
            interfaceId == type(IConflicts).interfaceId ||
            super.supportsInterface(interfaceId);
    }

    function _open(
        CaseKind kind,
        uint32 subject,
        Ground ground,
        uint48 collectedAt
    ) internal returns (uint256 caseId, Case storage one) {
        require(address(arbitrator) != address(0), NoArbitrator());
        caseId = ++caseCount;
        one = _cases[caseId];
        (one.kind, one.state, one.ground, one.subject) = (kind, CaseState.Collecting, ground, subject);
        (one.arbitrator, one.deadline) = (arbitrator, collectedAt + lapseAfter);
    }

    function _announce(uint256 caseId, Case storage one) internal {
        emit CaseOpened(
            caseId,
            one.kind,
            one.subject,
            one.ground,
            one.arbitrator,
            one.producer,
            one.expert,
            one.deadline
        );
    }

    /// @dev The bond is pulled after everything else is recorded.
    function _add(uint256 caseId, int32[] memory values, Values packed, uint96 bond, bytes32 evidenceDigest) internal {
        IArbitrator by = _cases[caseId].arbitrator;
        uint256 cost = by.arbitrationCost("");
        require(msg.value >= cost, FeeTooLow(msg.value, cost));
        _challenges[caseId].push(Challenge(msg.sender, bond, packed, SafeCast.toUint128(msg.value), 0));
        emit ChallengeAdded(caseId, msg.sender, values, bond, msg.value, evidenceDigest);
        _submit(caseId, by, evidenceDigest);
        AssetTransfers.pull(asset, msg.sender, bond);
    }

    /// @dev Every challenger pays an equal part of the cost; where one has not paid in so much, the caller pays the rest.
    function _refer(uint256 caseId, uint8 choices, uint256 paid) internal {
        Case storage one = _cases[caseId];
        IArbitrator by = one.arbitrator;
        uint256 cost = by.arbitrationCost("");
        (address[] memory challengers, uint256 missing) = _challenges[caseId].charge(_ledger, caseId, cost);
        require(paid >= missing, FeeTooLow(paid, missing));
        if (missing > 0) _help[caseId] = Help(msg.sender, SafeCast.toUint96(missing));
        (one.state, one.choices) = (CaseState.Pending, choices);
        one.deadline = uint48(block.timestamp) + lapseAfter;
        _ledger.creditCoins(caseId, msg.sender, paid - missing);
        uint256 disputeId = by.createDispute{value: cost}(choices, "");
        require(caseOfDispute[by][disputeId] == 0, CaseAlreadyOpen(one.subject, caseOfDispute[by][disputeId]));
        caseOfDispute[by][disputeId] = caseId;
        one.disputeId = disputeId;
        emit CaseReferred(caseId, disputeId, choices, cost, challengers);
        emit Dispute(by, disputeId, metaEvidenceOf[one.kind], caseId);
    }

    function _rule(uint256 caseId, Case storage one, uint8 ruling, bool lapsed) internal {
        (one.state, one.ruling) = (CaseState.Ruled, ruling);
        emit CaseRuled(caseId, ruling, lapsed);
    }

    /// @dev A place in the list, or the only one of a listing or model, is not to be had for nothing.
    function _checkBond(uint96 bond) internal view {
        require(bond >= bondRequired, BondTooLow(bond, bondRequired));
    }

    function _inState(uint256 caseId, CaseState needed) internal view returns (Case storage one) {
        one = _cases[caseId];
        require(one.state == needed, WrongCaseState(caseId, one.state, needed));
    }

    function _submit(uint256 caseId, IArbitrator by, bytes32 evidenceDigest) private {
        require(evidenceDigest != 0, NoEvidence());
        emit Evidence(by, caseId, msg.sender, DocumentUri.uriOf(evidenceDigest));
    }
}
