// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {LotState, Standing} from "../../contracts/commodities/ICommodities.sol";
import {CommoditiesTest} from "../support/CommoditiesTest.sol";
import {bound, vm} from "../support/Vm.sol";

contract StandingTest is CommoditiesTest {
    LotState private constant T = LotState.Trusted;
    LotState private constant F = LotState.Flagged;
    LotState private constant U = LotState.Unproven;
    LotState private constant S = LotState.Suspended;

    function test_standing_newWithoutFinishedLots() public {
        _assertStanding(Standing.New);
        anyLot(START);
        _assertStanding(Standing.New);
    }

    function test_standing_afterOneLot() public {
        uint256 state = vm.snapshotState();
        LotState[4] memory ends = [T, F, U, S];
        Standing[4] memory standings = [Standing.Trusted, Standing.Flagged, Standing.New, Standing.Flagged];
        for (uint256 i; i < 4; ++i) {
            conclude(anyLot(START), ends[i]);
            _assertStanding(standings[i]);
            vm.revertToState(state);
        }
    }

    function test_standing_flaggedLotIsForgivenAfterFourOthers() public {
        _run(F, Standing.Flagged);
        _run(T, Standing.Mixed);
        _run(T, Standing.Mixed);
        _run(T, Standing.Mixed);
        _run(T, Standing.Trusted);
    }

    function test_standing_unprovenLotsSayNothing() public {
        _run(U, Standing.New);
        _run(T, Standing.Trusted);
        _run(U, Standing.Trusted);
    }

    function test_standing_twoBadLotsOfFour() public {
        _run(F, Standing.Flagged);
        _run(T, Standing.Mixed);
        _run(S, Standing.Flagged);
        _run(U, Standing.Flagged);
        _run(T, Standing.Flagged);
        _run(T, Standing.Mixed);
        _run(T, Standing.Mixed);
        _run(T, Standing.Trusted);
    }

    /// @dev Nobody has to buy a lot for its round to end without a verdict.
    function test_standing_unsoldLotsCannotWashABadRecord() public {
        _run(F, Standing.Flagged);
        _run(F, Standing.Flagged);
        for (uint256 i; i < 8; ++i) _run(U, Standing.Flagged);
    }

    /// @dev Whoever concludes first cannot choose which lot was the last.
    function test_standing_doesNotDependOnTheOrderOfConclusions() public {
        uint32[3] memory lots = [anyLot(START + 1), anyLot(START), anyLot(START)];
        LotState[3] memory ends = [F, T, S];
        uint256 state = vm.snapshotState();
        uint8[3][6] memory orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
        for (uint256 i; i < orders.length; ++i) {
            for (uint256 k; k < 3; ++k) conclude(lots[orders[i][k]], ends[orders[i][k]]);
            vm.prank(producer);
            commodities.topUpBond(commodityId, 10 * BOND);
            conclude(anyLot(START), T);
            _assertStanding(Standing.Flagged);
            vm.revertToState(state);
        }
    }

    function test_standing_forgetsWhatIsOlderThanTheLastFour() public {
        uint32 old = anyLot(START);
        for (uint256 i; i < 4; ++i) conclude(anyLot(START + 1), T);
        conclude(old, F);
        _assertStanding(Standing.Trusted);
    }

    function test_standing_countsByCommodity() public {
        uint32 other = listCommodity(modelId);
        conclude(anyLotOf(other, START), F);
        _assertStanding(Standing.New);
        conclude(anyLot(START), T);
        _assertStanding(Standing.Trusted);
        vm.assertTrue(commodities.standingOf(other) == Standing.Flagged);
    }

    /// @dev Against the rule as the interface words it, over more lots than the record holds.
    function testFuzz_standing_followsTheLastFourLots(uint8[12] memory given, uint256 count) public {
        commodities.setUnsealCharge(1_000);
        commodities.setBondRequired(1e6);
        count = bound(count, 1, 12);
        LotState[] memory ends = new LotState[](count);
        for (uint256 i; i < count; ++i) {
            ends[i] = LotState(2 + (given[i] % 4));
            conclude(anyLot(START), ends[i]);
            vm.assertEq(uint256(commodities.standingOf(commodityId)), uint256(_expected(ends, i + 1)));
        }
    }

    function _run(LotState end, Standing expected) private {
        conclude(anyLot(START), end);
        _assertStanding(expected);
    }

    function _assertStanding(Standing expected) private view {
        vm.assertEq(uint256(commodities.standingOf(commodityId)), uint256(expected));
    }

    function _expected(LotState[] memory ends, uint256 finished) private pure returns (Standing) {
        uint256 judged;
        uint256 trusted;
        uint256 bad;
        for (uint256 i = finished; i > 0 && judged < 4; --i) {
            LotState end = ends[i - 1];
            if (end == U) continue;
            ++judged;
            if (end == T) ++trusted;
            else ++bad;
            if (judged == 1 && bad == 1) return Standing.Flagged;
        }
        if (judged == 0) return Standing.New;
        if (bad >= 2) return Standing.Flagged;
        return trusted == judged ? Standing.Trusted : Standing.Mixed;
    }
}
