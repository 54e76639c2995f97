// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IQualityModels, Parameter} from "./IQualityModels.sol";

/// @title ParameterRules
/// @notice What a list of parameters must fulfil before it is frozen as a revision.
library ParameterRules {
    uint256 internal constant MAX_PARAMETERS = 8;
    uint256 internal constant WEIGHT_SUM = 10_000;
    /// @dev 10^9 < 2^31 ≤ 10^10.
    uint8 internal constant MAX_DECIMALS = 9;

    function check(Parameter[] calldata parameters) internal pure {
        require(
            parameters.length > 0 && parameters.length <= MAX_PARAMETERS,
            IQualityModels.ParameterCount(parameters.length, MAX_PARAMETERS)
        );
        uint256 weights;
        bool anySealed;
        for (uint256 i; i < parameters.length; ++i) {
            Parameter calldata p = parameters[i];
            require(_isCode(p.code), IQualityModels.InvalidCode(i, p.code));
            for (uint256 j; j < i; ++j) {
                require(parameters[j].code != p.code, IQualityModels.DuplicateCode(p.code));
            }
            require(p.decimals <= MAX_DECIMALS, IQualityModels.TooManyDecimals(i, p.decimals));
            require(p.legalMin < p.legalMax, IQualityModels.EmptyLegalRange(i, p.legalMin, p.legalMax));
            require(p.tolerance > 0, IQualityModels.ZeroTolerance(i));
            require(p.weightBps > 0, IQualityModels.ZeroWeight(i));
            weights += p.weightBps;
            anySealed = anySealed || p.isSealed;
        }
        require(weights == WEIGHT_SUM, IQualityModels.WeightsDoNotSum(weights, WEIGHT_SUM));
        require(anySealed, IQualityModels.NoSealedParameter());
    }

    function _isCode(bytes12 code) private pure returns (bool) {
        bool ended;
        for (uint256 i; i < 12; ++i) {
            bytes1 c = code[i];
            if (c == 0) ended = true;
            else if (ended || !((c >= "A" && c <= "Z") || (c >= "0" && c <= "9") || c == "_")) return false;
        }
        return code[0] != 0;
    }
}
