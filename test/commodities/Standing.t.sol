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
        Standing[4] memory standings = [Standing.Trusted, Standing.Flagged, Standing.Mixed, Standing.Flagged];
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

    function test_standing_unprovenLotIsForgottenAfterFourOthers() public {
        _run(U, Standing.Mixed);
        _run(T, Standing.Mixed);
        _run(T, Standing.Mixed);
        _run(T, Standing.Mixed);
        _run(T, Standing.Trusted);
    }

    function test_standing_twoBadLotsOfFour() public {
        _run(F, Standing.Flagged);
        _run(T, Standing.Mixed);
        _run(S, Standing.Flagged);
        _run(U, Standing.Flagged);
        _run(T, Standing.Mixed);
        _run(T, Standing.Mixed);
        _run(T, Standing.Mixed);
        _run(T, Standing.Trusted);
    }

    /// @dev Lots nobody reported on push a bad record out of sight, though never back to trust.
    function test_standing_fourUnprovenLotsReplaceTheRecord() public {
        _run(F, Standing.Flagged);
        _run(F, Standing.Flagged);
        for (uint256 i; i < 4; ++i) conclude(anyLot(START), U);
        _assertStanding(Standing.Mixed);
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
        uint256 missing = BOND - bondOf(commodityId);
        vm.prank(producer);
        commodities.topUpBond(commodityId, uint96(missing));
    }

    function _assertStanding(Standing expected) private view {
        vm.assertEq(uint256(commodities.standingOf(commodityId)), uint256(expected));
    }

    function _expected(LotState[] memory ends, uint256 finished) private pure returns (Standing) {
        if (finished == 0) return Standing.New;
        uint256 first = finished > 4 ? finished - 4 : 0;
        bool allTrusted = true;
        uint256 bad;
        for (uint256 i = first; i < finished; ++i) {
            if (ends[i] != T) allTrusted = false;
            if (ends[i] == F || ends[i] == S) ++bad;
        }
        bool lastIsBad = ends[finished - 1] == F || ends[finished - 1] == S;
        if (lastIsBad || bad >= 2) return Standing.Flagged;
        return allTrusted ? Standing.Trusted : Standing.Mixed;
    }
}
