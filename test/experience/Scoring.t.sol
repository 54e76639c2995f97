// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Scoring} from "../../contracts/experience/Scoring.sol";
import {ScoringHarness} from "../support/ScoringHarness.sol";
import {bound, vm} from "../support/Vm.sol";

contract ScoringTest {
    ScoringHarness private harness;

    function setUp() public {
        harness = new ScoringHarness();
    }

    /* ACCURACY */

    function test_accuracy_at_its_corners() public pure {
        vm.assertEq(Scoring.accuracyOf(0), 256);
        vm.assertEq(Scoring.accuracyOf(32), 256);
        vm.assertEq(Scoring.accuracyOf(33), 255);
        vm.assertEq(Scoring.accuracyOf(80), 192);
        vm.assertEq(Scoring.accuracyOf(127), 5);
        vm.assertEq(Scoring.accuracyOf(128), 0);
        vm.assertEq(Scoring.accuracyOf(type(uint256).max), 0);
    }

    /// Every deviation below one tolerance: falling, between 0 and 256, and never above the parabola.
    function test_accuracy_falls() public pure {
        for (uint256 d = 1; d < 140; ++d) {
            uint256 accuracy = Scoring.accuracyOf(d);
            vm.assertLe(accuracy, Scoring.accuracyOf(d - 1));
            vm.assertLe(accuracy, 256);
            if (d > 32 && d < 128) {
                vm.assertLe(accuracy * 9_216, 256 * (9_216 - (d - 32) ** 2));
                vm.assertGt((accuracy + 1) * 9_216, 256 * (9_216 - (d - 32) ** 2));
            }
        }
    }

    /* SKILL */

    function test_skill_at_its_corners() public pure {
        vm.assertEq(Scoring.skillOf(0, 0), 0);
        vm.assertEq(Scoring.skillOf(5, 5), 0);
        vm.assertEq(Scoring.skillOf(6, 5), 0);
        vm.assertEq(Scoring.skillOf(0, 7), 0);
        vm.assertEq(Scoring.skillOf(0, 8), 1);
        vm.assertEq(Scoring.skillOf(0, 127), 252);
        vm.assertEq(Scoring.skillOf(0, 128), 256);
        vm.assertEq(Scoring.skillOf(0, type(uint16).max), 256);
    }

    function testFuzz_skill_bounds_and_monotony(uint256 d, uint256 more, uint256 d0, uint256 further) public pure {
        (d, d0) = (bound(d, 0, 1 << 39), bound(d0, 0, 1 << 16));
        (more, further) = (bound(more, 0, 1 << 39), bound(further, 0, 1 << 16));
        uint256 skill = Scoring.skillOf(d, d0);
        vm.assertLe(skill, 256);
        vm.assertLe(Scoring.skillOf(d + more, d0), skill);
        vm.assertGe(Scoring.skillOf(d, d0 + further), skill);
        if (d >= d0) vm.assertEq(skill, 0);
    }

    /* QUALITY AND BUCKET */

    function test_quality_at_its_corners() public pure {
        vm.assertEq(Scoring.qualityOf(0, 0), 0);
        vm.assertEq(Scoring.qualityOf(256, 0), 208);
        vm.assertEq(Scoring.qualityOf(0, 256), 128);
        vm.assertEq(Scoring.qualityOf(256, 96), 256);
        vm.assertEq(Scoring.qualityOf(256, 256), 256);
    }

    function testFuzz_quality_bounds_and_monotony(uint256 accuracy, uint256 skill, uint256 more) public pure {
        (accuracy, skill) = (bound(accuracy, 0, 256), bound(skill, 0, 256));
        uint256 quality = Scoring.qualityOf(accuracy, skill);
        vm.assertLe(quality, 256);
        vm.assertGe(Scoring.qualityOf(bound(more, accuracy, 256), skill), quality);
        vm.assertGe(Scoring.qualityOf(accuracy, bound(more, skill, 256)), quality);
    }

    function test_buckets() public pure {
        vm.assertEq(Scoring.bucketOf(0), 0);
        for (uint256 q = 1; q <= 256; ++q) vm.assertEq(Scoring.bucketOf(q), (q - 1) / 4 + 1);
        vm.assertEq(Scoring.bucketOf(256), 64);
    }

    /* A WHOLE REPORT */

    /// The consensus itself is perfectly accurate; an equal base leaves no skill to show.
    function testFuzz_assess_the_consensus(
        int32[8] memory values,
        uint32[8] memory tolerances,
        uint256 seed
    ) public view {
        ScoringHarness.Assessment memory a = assessment(values, values, values, tolerances, seed);
        (uint256 accuracy, uint256 quality) = harness.assess(a);
        vm.assertEq(accuracy, 256);
        vm.assertEq(quality, 208);
    }

    function testFuzz_assess_bounds(
        int32[8] memory reported,
        int32[8] memory consensus,
        int32[8] memory base,
        uint32[8] memory tolerances,
        uint256 seed
    ) public view {
        (uint256 accuracy, uint256 quality) = harness.assess(assessment(reported, consensus, base, tolerances, seed));
        vm.assertLe(accuracy, 256);
        vm.assertLe(quality, 256);
        // Quality is at least what accuracy alone gives, less the roundings.
        vm.assertGe(quality + 2, (accuracy * 208) / 256);
    }

    /// Moving one value nearer to the consensus on the same side never lowers a score.
    function testFuzz_assess_nearer_is_never_worse(
        int32[8] memory reported,
        int32[8] memory consensus,
        int32[8] memory base,
        uint32[8] memory tolerances,
        uint256 seed
    ) public view {
        (uint256 accuracy, uint256 quality) = harness.assess(assessment(reported, consensus, base, tolerances, seed));
        uint256 lane = seed % 8;
        reported[lane] = int32((int256(reported[lane]) + consensus[lane]) / 2);
        (uint256 nearerAccuracy, uint256 nearerQuality) = harness.assess(
            assessment(reported, consensus, base, tolerances, seed)
        );
        vm.assertGe(nearerAccuracy, accuracy);
        vm.assertGe(nearerQuality, quality);
    }

    function test_assess_the_whole_int32_range() public view {
        int32[8] memory low;
        int32[8] memory high;
        uint32[8] memory tolerances;
        for (uint256 i; i < 8; ++i) (low[i], high[i], tolerances[i]) = (type(int32).min, type(int32).max, 1);
        (uint256 accuracy, uint256 quality) = harness.assess(assessment(low, high, low, tolerances, 0));
        vm.assertEq(accuracy, 0);
        vm.assertEq(quality, 0);
        (accuracy, quality) = harness.assess(assessment(high, high, low, tolerances, 0));
        vm.assertEq(accuracy, 256);
        vm.assertEq(quality, 256);
    }

    /// Deviations of what was known before are cut off at 512 tolerances, so a report beyond them shows no skill.
    function test_assess_beyond_512_tolerances() public view {
        int32[8] memory consensus;
        int32[8] memory base;
        int32[8] memory reported;
        uint32[8] memory tolerances;
        for (uint256 i; i < 8; ++i) (base[i], reported[i], tolerances[i]) = (1_000, 511, 1);
        (, uint256 quality) = harness.assess(assessment(reported, consensus, base, tolerances, 0));
        vm.assertEq(quality, 128);
        for (uint256 i; i < 8; ++i) reported[i] = 512;
        (, quality) = harness.assess(assessment(reported, consensus, base, tolerances, 0));
        vm.assertEq(quality, 0);
    }

    /* HELPERS */

    /// @dev One to eight parameters with weights that sum to 10,000.
    function assessment(
        int32[8] memory reported,
        int32[8] memory consensus,
        int32[8] memory base,
        uint32[8] memory tolerances,
        uint256 seed
    ) private pure returns (ScoringHarness.Assessment memory a) {
        uint256 count = seed == 0 ? 8 : 1 + ((seed >> 8) % 8);
        uint256 left = 10_000;
        for (uint256 i; i < count; ++i) {
            uint256 weight =
                i + 1 == count ? left : 1 + (uint256(keccak256(abi.encode(seed, i))) % (left + i + 1 - count));
            left -= weight;
            a.weights |= uint128(weight << (16 * i));
            a.tolerances |= uint256(tolerances[i] == 0 ? 1 : tolerances[i]) << (32 * i);
            a.reported = a.reported.with(i, reported[i]);
            a.consensus = a.consensus.with(i, consensus[i]);
            a.base = a.base.with(i, base[i]);
        }
    }
}
