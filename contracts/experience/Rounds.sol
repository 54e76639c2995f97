// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {LotTerms} from "../commodities/ICommodities.sol";
import {Schedule} from "../shared/Schedule.sol";
import {IEvaluations, Round, RoundState} from "./IEvaluations.sol";
import {IRulings} from "./IRulings.sol";
import {Ending, Outcomes} from "./Outcomes.sol";
import {Tallies} from "./Tallies.sol";

/// @title Rounds
/// @notice How a round ends that nobody challenged.
abstract contract Rounds is Tallies, IRulings {
    /// @inheritdoc IRulings
    mapping(uint32 lotId => address disputes) public disputesOf;

    /// @inheritdoc IEvaluations
    function finalize(uint32 lotId) external {
        LotTerms memory terms = _ownLot(lotId);
        uint32 scoringEpoch = Schedule.scoringEpoch(terms.closingEpoch);
        _checkWindow(lotId, epochStart(scoringEpoch), type(uint48).max);
        Round storage round = _rounds[lotId];
        RoundState state = round.state;
        require(state == RoundState.Open || state == RoundState.Tallied, RoundAlreadyFinal(lotId, state));
        require(state == RoundState.Open || !round.held, RoundDisputed(lotId, disputesOf[lotId]));
        Ending ending = state == RoundState.Tallied ? Ending.Proven : Ending.Unproven;
        auditFundAccrued += uint128(_end(lotId, terms.unsealed ? ending : Ending.Sealed, scoringEpoch));
        // So that no scorer pays for the epoch's checkpoint of the total.
        if (ending == Ending.Proven) power.prepareEpoch();
    }

    /// @return charge On the producer's bond, that no reporter is there to share.
    function _end(uint32 lotId, Ending ending, uint32 scoringEpoch) internal returns (uint256 charge) {
        return Outcomes.end(_rounds[lotId], lotId, ending, scoringEpoch, kappaBps, commodities);
    }
}
