// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {LotTerms} from "../commodities/ICommodities.sol";
import {Schedule} from "../shared/Schedule.sol";
import {IEvaluations, Round, RoundState} from "./IEvaluations.sol";
import {Ending, Outcomes} from "./Outcomes.sol";
import {Tallies} from "./Tallies.sol";

/// @title Rounds
/// @notice How a round ends.
abstract contract Rounds is Tallies {
    /// @inheritdoc IEvaluations
    function finalize(uint32 lotId) external {
        LotTerms memory terms = _ownLot(lotId);
        uint32 scoringEpoch = Schedule.scoringEpoch(terms.closingEpoch);
        _checkWindow(lotId, epochStart(scoringEpoch), type(uint48).max);
        RoundState state = _rounds[lotId].state;
        require(state == RoundState.Open || state == RoundState.Tallied, RoundAlreadyFinal(lotId, state));
        Ending ending = state == RoundState.Tallied ? Ending.Proven : Ending.Unproven;
        _end(lotId, terms.unsealed ? ending : Ending.Sealed, scoringEpoch);
        // So that no scorer pays for the epoch's checkpoint of the total.
        if (ending == Ending.Proven) power.prepareEpoch();
    }

    function _end(uint32 lotId, Ending ending, uint32 scoringEpoch) internal {
        Round storage round = _rounds[lotId];
        auditFundAccrued += uint128(Outcomes.end(round, lotId, ending, scoringEpoch, kappaBps, commodities));
    }
}
