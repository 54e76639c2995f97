// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {LotTerms} from "../commodities/ICommodities.sol";
import {IEvaluations} from "../experience/IEvaluations.sol";
import {IRulings} from "../experience/IRulings.sol";
import {Schedule} from "../shared/Schedule.sol";
import {Values, ValuesLib} from "../shared/Values.sol";
import {Cases} from "./Cases.sol";
import {ChallengeLists, Disputed} from "./ChallengeLists.sol";
import {Case, CaseKind, CaseState, Challenge, Ground, IDisputes} from "./IDisputes.sol";
import {Ledger, Ledgers} from "./Ledgers.sol";

/// @title RoundCases
/// @notice Challenges of a round, and how they come before the arbitrator.
///
/// All reports are revealed when the tally window begins, so that everybody can compute the only consensus that can be tallied. A challenge
/// does not have to wait for it, or a tally in the last second would leave no time; and one that says the same as the consensus only
/// takes up room and is lost.
abstract contract RoundCases is Cases {
    using ChallengeLists for Challenge[];
    using Ledgers for Ledger;

    /// @inheritdoc IDisputes
    mapping(uint32 lotId => uint256 caseId) public caseOfRound;

    /// @inheritdoc IDisputes
    function challenge(
        uint32 lotId,
        int32[] calldata values,
        uint96 bond,
        bytes32 evidenceDigest
    ) external payable returns (uint256 caseId) {
        _checkBond(bond);
        LotTerms memory terms = commodities.termsOf(lotId);
        require(values.length == terms.parameterCount, ValueCount(values.length, terms.parameterCount));
        // Refuses outside the tally window, and rounds in which there is nothing to tally.
        IRulings(terms.evaluations).hold(lotId);
        caseId = caseOfRound[lotId];
        if (caseId == 0) caseId = _openRound(lotId, terms);
        Values packed = ValuesLib.pack(values);
        _challenges[caseId].makeRoom(_ledger, _disputed(caseId, lotId, terms), packed, bond);
        _add(caseId, values, packed, bond, evidenceDigest);
    }

    /// @inheritdoc IDisputes
    function refer(uint32 lotId) external payable {
        uint256 caseId = caseOfRound[lotId];
        require(caseId != 0, NotChallenged(lotId));
        _inState(caseId, CaseState.Collecting);
        LotTerms memory terms = commodities.termsOf(lotId);
        uint48 until = epochStart(Schedule.scoringEpoch(terms.closingEpoch));
        require(block.timestamp >= until, StillCollecting(lotId, until));
        bool tallied = _challenges[caseId].dropEmpty(_ledger, _disputed(caseId, lotId, terms));
        uint256 count = _challenges[caseId].length;
        if (tallied && count > 0) return _refer(caseId, uint8(KEEP + count + 1), msg.value);
        _ledger.creditCoins(caseId, msg.sender, msg.value);
        if (tallied) _rule(caseId, _cases[caseId], KEEP, false);
        else _endMoot(caseId);
    }

    /// @inheritdoc IDisputes
    function choiceOfNone(uint256 caseId) public view returns (uint8) {
        Case storage one = _cases[caseId];
        return one.kind == CaseKind.Evaluation ? one.choices : 0;
    }

    /// @inheritdoc IDisputes
    function lapse(uint256 caseId) external {
        Case storage one = _cases[caseId];
        CaseState state = one.state;
        require(
            state == CaseState.Collecting || state == CaseState.Pending,
            WrongCaseState(caseId, state, CaseState.Pending)
        );
        require(block.timestamp >= one.deadline, NotLapsed(caseId, one.deadline));
        if (state == CaseState.Collecting && !ChallengeLists.isTallied(one.evaluations, one.subject)) _endMoot(caseId);
        else _rule(caseId, one, 0, true);
    }

    function _openRound(uint32 lotId, LotTerms memory terms) private returns (uint256 caseId) {
        uint48 until = epochStart(Schedule.scoringEpoch(terms.closingEpoch));
        Case storage one;
        (caseId, one) = _open(CaseKind.Evaluation, lotId, Ground.None, until);
        caseOfRound[lotId] = caseId;
        (one.producer, one.expert) = (terms.producer, models.ownerOf(terms.modelId));
        (one.evaluations, one.reportersFixed) = (terms.evaluations, true);
        _announce(caseId, one);
        commodities.holdBond(lotId);
    }

    function _endMoot(uint256 caseId) private {
        Case storage one = _cases[caseId];
        one.state = CaseState.Closed;
        emit CaseMoot(caseId);
        _challenges[caseId].settle(_ledger, caseId, false, 0);
        commodities.releaseBond(one.subject);
    }

    function _disputed(uint256 caseId, uint32 lotId, LotTerms memory terms) private view returns (Disputed memory) {
        return Disputed(caseId, lotId, terms.modelId, IEvaluations(terms.evaluations), commodities, models);
    }
}
