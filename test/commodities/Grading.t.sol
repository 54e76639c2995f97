// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Grading} from "../../contracts/commodities/Grading.sol";
import {Direction, Parameter} from "../../contracts/models/IQualityModels.sol";
import {bound, vm} from "../support/Vm.sol";

contract GradingTest {
    int32 private constant MIN = type(int32).min;
    int32 private constant MAX = type(int32).max;

    /* GRADE */

    function test_gradeBps_atTheCorners() public pure {
        vm.assertEq(Grading.gradeBps(0), 10_000);
        vm.assertEq(Grading.gradeBps(1), 9_968);
        vm.assertEq(Grading.gradeBps(64), 8_000);
        vm.assertEq(Grading.gradeBps(127), 6_031);
        vm.assertEq(Grading.gradeBps(128), 6_000);
        vm.assertEq(Grading.gradeBps(129), 5_953);
        vm.assertEq(Grading.gradeBps(192), 3_000);
        vm.assertEq(Grading.gradeBps(255), 46);
        vm.assertEq(Grading.gradeBps(256), 0);
        vm.assertEq(Grading.gradeBps(257), 0);
        vm.assertEq(Grading.gradeBps(type(uint256).max), 0);
    }

    function test_gradeBps_fallsStrictlyToZero() public pure {
        for (uint256 d; d < 256; ++d) vm.assertGt(Grading.gradeBps(d), Grading.gradeBps(d + 1));
    }

    /* DEVIATION */

    function test_deviation_countsTheBadSideOnly() public pure {
        vm.assertEq(_deviation(Direction.TwoSided, 100, 90, 10), 128);
        vm.assertEq(_deviation(Direction.TwoSided, 100, 110, 10), 128);
        vm.assertEq(_deviation(Direction.AtLeast, 100, 90, 10), 128);
        vm.assertEq(_deviation(Direction.AtLeast, 100, 110, 10), 0);
        vm.assertEq(_deviation(Direction.AtMost, 100, 90, 10), 0);
        vm.assertEq(_deviation(Direction.AtMost, 100, 110, 10), 128);
    }

    function test_deviation_roundsAgainstTheProducer() public pure {
        vm.assertEq(_deviation(Direction.TwoSided, 0, 1, 127), 2);
        vm.assertEq(_deviation(Direction.TwoSided, 0, 1, 128), 1);
        vm.assertEq(_deviation(Direction.TwoSided, 0, 1, type(uint32).max), 1);
    }

    function test_deviation_holdsTheWidestSpan() public pure {
        vm.assertEq(_deviation(Direction.TwoSided, MIN, MAX, 1), uint256(type(uint32).max) * 128);
        vm.assertEq(_deviation(Direction.AtLeast, MAX, MIN, 1), uint256(type(uint32).max) * 128);
        vm.assertEq(_deviation(Direction.AtMost, MIN, MAX, 1), uint256(type(uint32).max) * 128);
        vm.assertEq(_deviation(Direction.TwoSided, MIN, MAX, type(uint32).max), 128);
    }

    function testFuzz_deviation_isTheCeilingOfTheFraction(
        uint8 side,
        int32 claim,
        int32 found,
        uint32 tolerance
    ) public pure {
        tolerance = uint32(bound(tolerance, 1, type(uint32).max));
        Direction direction = Direction(side % 3);
        int256 above = int256(found) - claim;
        if (direction == Direction.AtLeast) above = above < 0 ? -above : int256(0);
        else if (direction == Direction.AtMost) above = above > 0 ? above : int256(0);
        else above = above < 0 ? -above : above;
        uint256 numerator = uint256(above) * 128;
        uint256 d = _deviation(direction, claim, found, tolerance);
        vm.assertGe(d * tolerance, numerator);
        if (d > 0) vm.assertLt((d - 1) * tolerance, numerator);
    }

    function testFuzz_grade_neverRisesWithDistance(
        uint8 side,
        int32 claim,
        int32 near,
        int32 far,
        uint32 tolerance
    ) public pure {
        tolerance = uint32(bound(tolerance, 1, type(uint32).max));
        vm.assume(near >= claim == far >= claim);
        if ((near > far) == (claim <= near)) (near, far) = (far, near);
        Direction direction = Direction(side % 3);
        uint256 better = Grading.gradeBps(_deviation(direction, claim, near, tolerance));
        uint256 worse = Grading.gradeBps(_deviation(direction, claim, far, tolerance));
        vm.assertGe(better, worse);
    }

    function _deviation(
        Direction direction,
        int32 claim,
        int32 found,
        uint32 tolerance
    ) private pure returns (uint256) {
        Parameter memory parameter = Parameter("X", direction, 0, MIN, MAX, tolerance, 10_000, false, true);
        return Grading.deviation(parameter, claim, found);
    }
}
