// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ICommodities, LotState} from "../commodities/ICommodities.sol";
import {IEvaluations, Round, RoundState} from "../experience/IEvaluations.sol";
import {IQualityModels, Parameter} from "../models/IQualityModels.sol";
import {Values} from "../shared/Values.sol";
import {Assertions} from "./Assertions.sol";
import {Challenge, IDisputes} from "./IDisputes.sol";
import {Ledger, Ledgers} from "./Ledgers.sol";

/// @notice A challenged round and where its facts are.
struct Disputed {
    uint256 caseId;
    uint32 lotId;
    uint32 modelId;
    IEvaluations evaluations;
    ICommodities commodities;
    IQualityModels models;
}

/// @title ChallengeLists
/// @notice Which challenges of a round stand, and what happens to those that do not. Deployed on its own and linked, so that the contract for
/// disputes stays below the size limit.
library ChallengeLists {
    using Ledgers for Ledger;

    uint256 private constant MAX_CHALLENGES = 4;

    /// @notice What says the same as the new challenge gives way to it, and the lowest bond where the list is full.
    function makeRoom(
        Challenge[] storage list,
        Ledger storage ledger,
        Disputed calldata disputed,
        Values values,
        uint256 bond
    ) external {
        Parameter[] memory parameters = _parametersOf(disputed);
        (bool tallied, Values consensus) = _consensusOf(disputed.evaluations, disputed.lotId);
        require(!tallied || !Assertions.saySame(values, consensus, parameters), IDisputes.SaysTheSame(disputed.lotId));
        uint256 displaced;
        for (uint256 i = list.length; i > 0; --i) {
            if (!Assertions.saySame(values, list[i - 1].values, parameters)) continue;
            displaced += list[i - 1].bond;
            _replace(list, ledger, disputed.caseId, i - 1);
        }
        if (list.length == MAX_CHALLENGES) {
            uint256 lowest = _lowestBond(list);
            displaced = list[lowest].bond;
            _replace(list, ledger, disputed.caseId, lowest);
        }
        require(bond > displaced, IDisputes.BondTooLow(bond, displaced + 1));
    }

    /// @notice Drops the challenges that say what was tallied.
    /// @return tallied Whether there is anything to dispute.
    function dropEmpty(
        Challenge[] storage list,
        Ledger storage ledger,
        Disputed calldata disputed
    ) external returns (bool tallied) {
        Values consensus;
        (tallied, consensus) = _consensusOf(disputed.evaluations, disputed.lotId);
        if (!tallied) return false;
        Parameter[] memory parameters = _parametersOf(disputed);
        for (uint256 i = list.length; i > 0; --i) {
            Challenge storage one = list[i - 1];
            if (!Assertions.saySame(one.values, consensus, parameters)) continue;
            emit IDisputes.ChallengeEmpty(disputed.caseId, one.challenger);
            ledger.settleBond(disputed.caseId, one, true);
            ledger.creditFee(disputed.caseId, one);
            _remove(list, i - 1);
        }
    }

    /// @notice Takes the cost of the arbitrator from the challengers in equal parts, and gives them back what they paid in above that.
    /// @return challengers In the order of their choices.
    /// @return missing What those who paid in too little leave unpaid.
    function charge(
        Challenge[] storage list,
        Ledger storage ledger,
        uint256 caseId,
        uint256 cost
    ) external returns (address[] memory challengers, uint256 missing) {
        uint256 count = list.length;
        challengers = new address[](count);
        missing = cost;
        for (uint256 i; i < count; ++i) {
            Challenge storage one = list[i];
            challengers[i] = one.challenger;
            // Parts of a cost that the count does not divide differ by one, and sum to it.
            uint256 part = Math.min((cost * (i + 1)) / count - (cost * i) / count, one.fee);
            missing -= part;
            one.spent = uint128(part);
            one.fee -= uint128(part);
            ledger.creditFee(caseId, one);
        }
    }

    /// @notice Gives bonds back or takes them, and gives back all coins that are left.
    /// @param anyLost Whether there were any that lose.
    /// @param winner Index of the one that does not lose.
    function settle(
        Challenge[] storage list,
        Ledger storage ledger,
        uint256 caseId,
        bool anyLost,
        uint256 winner
    ) external {
        for (uint256 i; i < list.length; ++i) {
            ledger.settleBond(caseId, list[i], anyLost && i != winner);
            ledger.creditFee(caseId, list[i]);
        }
    }

    /// @notice Gives challengers back what they spent on the arbitrator, in their order, as long as `available` lasts.
    function reclaim(
        Challenge[] storage list,
        Ledger storage ledger,
        uint256 caseId,
        uint256 available
    ) external returns (uint256 left) {
        left = available;
        for (uint256 i; i < list.length; ++i) {
            Challenge storage one = list[i];
            uint256 amount = Math.min(one.spent, left);
            left -= amount;
            one.spent -= uint128(amount);
            ledger.creditCoins(caseId, one.challenger, amount);
        }
    }

    /// @notice Whether a round has a consensus that a ruling is needed for.
    /// @param evaluations An address, as tools cannot read the ABI of a library with a contract's type in it.
    function isTallied(address evaluations, uint32 lotId) external view returns (bool tallied) {
        (tallied, ) = _consensusOf(IEvaluations(evaluations), lotId);
    }

    /// @notice Whether a lot can still be suspended.
    function isListed(address commodities, uint32 lotId) external view returns (bool) {
        return ICommodities(commodities).lotOf(lotId).state != LotState.Suspended;
    }

    function _replace(Challenge[] storage list, Ledger storage ledger, uint256 caseId, uint256 i) private {
        Challenge storage one = list[i];
        emit IDisputes.ChallengeReplaced(caseId, one.challenger);
        ledger.settleBond(caseId, one, false);
        ledger.creditFee(caseId, one);
        _remove(list, i);
    }

    function _remove(Challenge[] storage list, uint256 i) private {
        uint256 last = list.length - 1;
        if (i != last) list[i] = list[last];
        list.pop();
    }

    function _lowestBond(Challenge[] storage list) private view returns (uint256 lowest) {
        for (uint256 i = 1; i < list.length; ++i) if (list[i].bond <= list[lowest].bond) lowest = i;
    }

    function _consensusOf(IEvaluations evaluations, uint32 lotId) private view returns (bool, Values) {
        Round memory round = evaluations.roundOf(lotId);
        return (round.state == RoundState.Tallied, round.consensus);
    }

    function _parametersOf(Disputed calldata disputed) private view returns (Parameter[] memory) {
        uint16 revision = disputed.commodities.lotOf(disputed.lotId).revision;
        return disputed.models.parametersOf(disputed.modelId, revision);
    }
}
