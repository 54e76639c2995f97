// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

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
    uint256 private constant MAX_BASE_DEVIATION = type(uint16).max;

    /// @dev Deviations below 2^64 cannot overflow.
    /// @notice `d ≤ 32 ? 256 : d ≥ 128 ? 0 : 256 − 256 (d − 32)² / 9216`.
    function accuracyOf(uint256 d) internal pure returns (uint256) {
        if (d <= PERFECT) return ONE;
        if (d >= UNIT) return 0;
        unchecked {
            uint256 excess = d - PERFECT;
            return ONE - (ONE * excess * excess + (UNIT - PERFECT) ** 2 - 1) / (UNIT - PERFECT) ** 2;
        }
    }

    /// @notice `clamp((d0² − d²) · 256 / 128², 0, 256)`.
    function skillOf(uint256 d, uint256 d0) internal pure returns (uint256) {
        if (d >= d0) return 0;
        unchecked {
            uint256 skill = ((d0 * d0 - d * d) * ONE) / (UNIT * UNIT);
            return skill < ONE ? skill : ONE;
        }
    }

    /// @notice `min(256, (208 · accuracy + 128 · skill) / 256)`.
    function qualityOf(uint256 accuracy, uint256 skill) internal pure returns (uint256) {
        unchecked {
            uint256 quality = (ACCURACY_SHARE * accuracy + SKILL_SHARE * skill) / ONE;
            return quality < ONE ? quality : ONE;
        }
    }

    /// @notice Accuracy and quality of a report, weight-averaged over its parameters.
    /// @param tolerances Lane i (32 bits): tolerance of parameter i.
    /// @param basis Of {basisOf}.
    function assess(
        Values reported,
        Values consensus,
        uint256 tolerances,
        uint256 basis
    ) internal pure returns (uint256 accuracy, uint256 quality) {
        // Deviations are below 2^39 and weights sum to 10,000: nothing here can overflow.
        unchecked {
            for (uint256 lane; basis & type(uint16).max != 0; lane += LANE) {
                uint256 weight = basis & type(uint16).max;
                uint256 tolerance = uint32(tolerances >> lane);
                uint256 d = (_distance(reported, consensus, lane) * UNIT + tolerance - 1) / tolerance;
                uint256 acc = accuracyOf(d);
                accuracy += weight * acc;
                quality += weight * qualityOf(acc, skillOf(d, uint16(basis >> WEIGHT_LANE)));
                basis >>= LANE;
            }
            accuracy /= WEIGHT_SUM;
            quality /= WEIGHT_SUM;
        }
    }

    /// @notice Whether a report is more than one tolerance from the consensus in any parameter.
    /// @param tolerances Lane i (32 bits): tolerance of parameter i, never 0.
    function isFar(Values reported, Values consensus, uint256 tolerances) internal pure returns (bool) {
        for (uint256 lane; tolerances >> lane != 0; lane += LANE) {
            if (_distance(reported, consensus, lane) > uint32(tolerances >> lane)) return true;
        }
        return false;
    }

    /// @notice What scoring needs besides the consensus, computed once for all reports. Lane i (32 bits) has the weight of
    /// parameter i and, 16 bits higher, the deviation of what was known before, `d0 = ⌊|base − R| · 128 / T⌋`, which is cut off at
    /// 65,535 (512 tolerances).
    function basisOf(
        Values base,
        Values consensus,
        uint256 tolerances,
        uint128 weights
    ) internal pure returns (uint256 basis) {
        for (uint256 i; weights != 0; ++i) {
            uint256 d0 = (distance(base.get(i), consensus.get(i)) * UNIT) / uint32(tolerances >> (LANE * i));
            if (d0 > MAX_BASE_DEVIATION) d0 = MAX_BASE_DEVIATION;
            basis |= (uint256(uint16(weights)) | (d0 << WEIGHT_LANE)) << (LANE * i);
            weights >>= WEIGHT_LANE;
        }
    }

    /// @dev |a − b| of the int32 in the lanes that start at bit `lane`.
    function _distance(Values a, Values b, uint256 lane) private pure returns (uint256 result) {
        assembly ("memory-safe") {
            let difference := sub(signextend(3, shr(lane, a)), signextend(3, shr(lane, b)))
            let sign := sar(255, difference)
            result := sub(xor(difference, sign), sign)
        }
    }

    /// @notice Rank of a quality: 0 for none, else 1 … 64.
    function bucketOf(uint256 quality) internal pure returns (uint8) {
        unchecked {
            return uint8((quality + 3) / 4);
        }
    }
}
