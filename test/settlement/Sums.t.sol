// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Sums, SumsLib, SumsOverflow} from "../../contracts/settlement/Sums.sol";
import {SumTreeHarness} from "../support/SumTreeHarness.sol";
import {vm} from "../support/Vm.sol";

contract SumsTest {
    struct Lanes {
        uint72 sales;
        uint72 fees;
        uint72 commissions;
        uint40 count;
    }

    SumTreeHarness private harness;

    function setUp() public {
        harness = new SumTreeHarness();
    }

    function test_pack_layout() public pure {
        vm.assertEq(Sums.unwrap(SumsLib.pack(1, 0, 0, 0)), 1);
        vm.assertEq(Sums.unwrap(SumsLib.pack(0, 1, 0, 0)), 1 << 72);
        vm.assertEq(Sums.unwrap(SumsLib.pack(0, 0, 1, 0)), 1 << 144);
        vm.assertEq(Sums.unwrap(SumsLib.pack(0, 0, 0, 1)), 1 << 216);
        Sums full = SumsLib.pack(type(uint72).max, type(uint72).max, type(uint72).max, type(uint40).max);
        vm.assertEq(Sums.unwrap(full), type(uint256).max);
    }

    function testFuzz_pack_reads_back(Lanes memory a) public pure {
        assertLanes(pack(a), a.sales, a.fees, a.commissions, a.count);
    }

    function testFuzz_pack_is_onto(uint256 word) public pure {
        Sums sums = Sums.wrap(word);
        vm.assertTrue(SumsLib.pack(sums.sales(), sums.fees(), sums.commissions(), sums.count()) == sums);
    }

    /// Halved lanes never overflow, so this always reaches the sum.
    function testFuzz_add_adds_every_lane(Lanes memory a, Lanes memory b) public pure {
        (a, b) = (halved(a), halved(b));
        assertLanes(
            pack(a) + pack(b),
            a.sales + b.sales,
            a.fees + b.fees,
            a.commissions + b.commissions,
            a.count + b.count
        );
    }

    /// Whole range: either every lane fits and is right, or the error names both sums.
    function testFuzz_add_refuses_exactly_overflow(Lanes memory a, Lanes memory b) public view {
        bool fits =
            uint256(a.sales) + b.sales <= type(uint72).max &&
                uint256(a.fees) + b.fees <= type(uint72).max &&
                uint256(a.commissions) + b.commissions <= type(uint72).max &&
                uint256(a.count) + b.count <= type(uint40).max;
        try harness.add(pack(a), pack(b)) returns (Sums sum) {
            vm.assertTrue(fits);
            assertLanes(sum, a.sales + b.sales, a.fees + b.fees, a.commissions + b.commissions, a.count + b.count);
        } catch (bytes memory reason) {
            vm.assertFalse(fits);
            assertOverflow(reason, pack(a), pack(b));
        }
    }

    function testFuzz_add_commutes_and_has_zero(Lanes memory a, Lanes memory b) public pure {
        (a, b) = (halved(a), halved(b));
        vm.assertTrue(pack(a) + pack(b) == pack(b) + pack(a));
        vm.assertTrue(pack(a) + Sums.wrap(0) == pack(a));
    }

    /// One unit too many in one lane, whatever the other lanes hold.
    function testFuzz_add_refuses_one_lane_over(Lanes memory a, uint256 lane) public view {
        lane %= 4;
        Lanes memory b = Lanes(
            lane == 0 ? type(uint72).max - a.sales : 0,
            lane == 1 ? type(uint72).max - a.fees : 0,
            lane == 2 ? type(uint72).max - a.commissions : 0,
            lane == 3 ? type(uint40).max - a.count : 0
        );
        harness.add(pack(a), pack(b));
        Sums one = Sums.wrap(lane == 3 ? 1 << 216 : 1 << (72 * lane));
        Sums full = pack(a) + pack(b);
        try harness.add(full, one) {
            vm.assertTrue(false);
        } catch (bytes memory reason) {
            assertOverflow(reason, full, one);
        }
    }

    /// The carry of one lane must not hide in the lane above: both overflow at once.
    function test_add_refuses_overflow_of_all_lanes() public view {
        Sums full = Sums.wrap(type(uint256).max);
        try harness.add(full, full) {
            vm.assertTrue(false);
        } catch (bytes memory reason) {
            assertOverflow(reason, full, full);
        }
    }

    function test_add_refuses_carry_into_a_full_lane() public view {
        Sums a = SumsLib.pack(type(uint72).max, type(uint72).max, 0, 0);
        Sums b = SumsLib.pack(1, 0, 0, 0);
        try harness.add(a, b) {
            vm.assertTrue(false);
        } catch (bytes memory reason) {
            assertOverflow(reason, a, b);
        }
    }

    function testFuzz_equality(uint256 a, uint256 b) public pure {
        vm.assertEq(Sums.wrap(a) == Sums.wrap(b), a == b);
        vm.assertEq(Sums.wrap(a) != Sums.wrap(b), a != b);
        vm.assertTrue(Sums.wrap(a) == Sums.wrap(a));
        vm.assertFalse(Sums.wrap(a) != Sums.wrap(a));
    }

    function pack(Lanes memory a) private pure returns (Sums) {
        return SumsLib.pack(a.sales, a.fees, a.commissions, a.count);
    }

    function halved(Lanes memory a) private pure returns (Lanes memory) {
        return Lanes(a.sales / 2, a.fees / 2, a.commissions / 2, a.count / 2);
    }

    function assertLanes(Sums sums, uint256 sales, uint256 fees, uint256 commissions, uint256 count) private pure {
        vm.assertEq(sums.sales(), sales);
        vm.assertEq(sums.fees(), fees);
        vm.assertEq(sums.commissions(), commissions);
        vm.assertEq(sums.count(), count);
    }

    function assertOverflow(bytes memory reason, Sums a, Sums b) private pure {
        vm.assertEq(keccak256(reason), keccak256(abi.encodeWithSelector(SumsOverflow.selector, a, b)));
    }
}
