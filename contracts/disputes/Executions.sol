// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IArbitrator} from "@kleros/erc-792/contracts/IArbitrator.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IRefunds} from "../court/IRefunds.sol";
import {Decision, IRulings} from "../experience/IRulings.sol";
import {Slashes} from "../shared/Slashes.sol";
import {Values} from "../shared/Values.sol";
import {ChallengeLists} from "./ChallengeLists.sol";
import {Case, CaseKind, CaseState, Challenge, IDisputes} from "./IDisputes.sol";
import {Ledger, Ledgers} from "./Ledgers.sol";
import {RoundCases} from "./RoundCases.sol";
import {SubjectCases} from "./SubjectCases.sol";

/// @title Executions
/// @notice What a ruling does: to the round, lot or model, and to the bonds of the challengers.
abstract contract Executions is RoundCases, SubjectCases {
    using ChallengeLists for Challenge[];
    using Ledgers for Ledger;

    /// @inheritdoc IDisputes
    function execute(uint256 caseId) external {
        Case storage one = _inState(caseId, CaseState.Ruled);
        one.state = CaseState.Closed;
        uint8 ruling = one.ruling;
        bool nobody = ruling <= KEEP || ruling == choiceOfNone(caseId);
        uint256 winner = nobody ? type(uint256).max : ruling - KEEP - 1;
        // Who was right gets his bond back, and everybody where nothing was found.
        _challenges[caseId].settle(_ledger, caseId, ruling != 0, winner);
        if (one.kind == CaseKind.Evaluation) _endRound(caseId, one, ruling, winner);
        else _endSubject(caseId, one, ruling);
    }

    /// @inheritdoc IDisputes
    function reclaimFees(uint256 caseId) external {
        Case storage one = _inState(caseId, CaseState.Closed);
        IArbitrator by = one.arbitrator;
        uint256 available = Math.min(returnedBy[by], _refundOf(one));
        uint256 left = _challenges[caseId].reclaim(_ledger, caseId, available);
        Help storage help = _help[caseId];
        uint256 helped = Math.min(help.coins, left);
        help.coins -= uint96(helped);
        _ledger.creditCoins(caseId, help.helper, helped);
        uint256 credited = available - left + helped;
        require(credited > 0, NothingToReclaim(caseId));
        returnedBy[by] -= credited;
        one.reclaimed += uint128(credited);
    }

    /// @dev What the arbitrator says it has paid back of this case and is not credited yet.
    function _refundOf(Case storage one) private view returns (uint256) {
        try IRefunds(address(one.arbitrator)).refundOf(one.disputeId) returns (uint256 refund) {
            return refund - one.reclaimed;
        } catch {
            return one.ruling == 0 ? type(uint256).max : 0;
        }
    }

    function _endRound(uint256 caseId, Case storage one, uint8 ruling, uint256 winner) private {
        uint32 lotId = one.subject;
        IRulings rounds = IRulings(one.evaluations);
        if (winner != type(uint256).max) {
            Challenge storage right = _challenges[caseId][winner];
            address challenger = right.challenger;
            emit CaseExecuted(caseId, ruling, challenger, 0, 0);
            uint128 cap = uint128(Slashes.capOf(right.bond));
            rounds.applyRuling(lotId, Decision.Overturned, right.values, challenger, cap);
        } else {
            emit CaseExecuted(caseId, ruling, address(0), 0, 0);
            Decision decision = ruling == KEEP ? Decision.Upheld : Decision.Voided;
            rounds.applyRuling(lotId, decision, Values.wrap(0), address(0), 0);
        }
        commodities.releaseBond(lotId);
    }

    function _endSubject(uint256 caseId, Case storage one, uint8 ruling) private {
        bool isLot = one.kind == CaseKind.Listing;
        if (isLot) caseOfListing[one.subject] = 0;
        else caseOfModel[one.subject] = 0;
        if (ruling > KEEP) {
            uint256 charged = isLot ? commodities.condemn(one.subject) : models.condemn(one.subject);
            _shareCharge(caseId, ruling, charged);
        } else {
            emit CaseExecuted(caseId, ruling, address(0), 0, 0);
        }
        if (isLot) commodities.releaseBond(one.subject);
        else models.releaseBond(one.subject);
    }

    function _shareCharge(uint256 caseId, uint8 ruling, uint256 charged) private {
        Challenge storage right = _challenges[caseId][0];
        uint256 bounty = Slashes.bountyOf(charged, Slashes.capOf(right.bond));
        _ledger.creditOf[right.challenger] += bounty;
        _ledger.auditFund += charged - bounty;
        emit CaseExecuted(caseId, ruling, right.challenger, charged, bounty);
    }
}
