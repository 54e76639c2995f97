// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Values, distance} from "../shared/Values.sol";

/// @title Scoring
/// @notice How good a report is: accuracy (how near it is to the consensus) and skill (how much nearer than what was known
/// before), both 0 … 256. Deviations count in 1/128 of the tolerance. Rounding is against the reporter.
library Scoring {
    uint256 internal constant ONE = 256;
    /// @dev One tolerance.
    uint256 private constant UNIT = 128;
    /// @dev Deviations up to a quarter of the tolerance are perfect.
    uint256 private constant PERFECT = 32;
    uint256 private constant ACCURACY_SHARE = 208;
    uint256 private constant SKILL_SHARE = 128;
    uint256 private constant WEIGHT_SUM = 10_000;
    uint256 private constant LANE = 32;
    uint256 private constant WEIGHT_LANE = 16;

    /// @notice `d ≤ 32 ? 256 : d ≥ 128 ? 0 : 256 − 256 (d − 32)² / 9216`.
    function accuracyOf(uint256 d) internal pure returns (uint256) {
        if (d <= PERFECT) return ONE;
        if (d >= UNIT) return 0;
        return ONE - Math.ceilDiv(ONE * (d - PERFECT) ** 2, (UNIT - PERFECT) ** 2);
    }

    /// @notice `clamp((d0² − d²) · 256 / 128², 0, 256)`.
    function skillOf(uint256 d, uint256 d0) internal pure returns (uint256) {
        if (d >= d0) return 0;
        return Math.min(ONE, ((d0 * d0 - d * d) * ONE) / (UNIT * UNIT));
    }

    /// @notice `min(256, (208 · accuracy + 128 · skill) / 256)`.
    function qualityOf(uint256 accuracy, uint256 skill) internal pure returns (uint256) {
        return Math.min(ONE, (ACCURACY_SHARE * accuracy + SKILL_SHARE * skill) / ONE);
    }

    /// @notice Accuracy and quality of a report, weight-averaged over its parameters.
    /// @param tolerances Lane i (32 bits): tolerance of parameter i.
    /// @param weights Lane i (16 bits): weight of parameter i; unused lanes are 0.
    function assess(Values reported, Values consensus, Values base, uint256 tolerances, uint128 weights)
        internal
        pure
        returns (uint256 accuracy, uint256 quality)
    {
        for (uint256 i; weights != 0; ++i) {
            uint256 weight = weights & type(uint16).max;
            uint256 tolerance = tolerances & type(uint32).max;
            (uint256 d, uint256 d0) = _deviations(reported.get(i), consensus.get(i), base.get(i), tolerance);
            uint256 acc = accuracyOf(d);
            accuracy += weight * acc;
            quality += weight * qualityOf(acc, skillOf(d, d0));
            weights >>= WEIGHT_LANE;
            tolerances >>= LANE;
        }
        accuracy /= WEIGHT_SUM;
        quality /= WEIGHT_SUM;
    }

    /// @dev The report's distance from the consensus, rounded up, and the base's, rounded down.
    function _deviations(int32 reported, int32 found, int32 base, uint256 tolerance)
        private
        pure
        returns (uint256 d, uint256 d0)
    {
        d = Math.ceilDiv(distance(reported, found) * UNIT, tolerance);
        d0 = (distance(base, found) * UNIT) / tolerance;
    }

    /// @notice Rank of a quality: 0 for none, else 1 … 64.
    function bucketOf(uint256 quality) internal pure returns (uint8) {
        return quality == 0 ? 0 : uint8((quality - 1) / 4 + 1);
    }
}
