// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Grading} from "../../contracts/commodities/Grading.sol";
import {Gs1} from "../../contracts/commodities/Gs1.sol";
import {Verdict} from "../../contracts/commodities/ICommodities.sol";
import {Knowledge, Known} from "../../contracts/commodities/Knowledge.sol";
import {Parameter} from "../../contracts/models/IQualityModels.sol";
import {Values, ValuesLib} from "../../contracts/shared/Values.sol";

/// @notice The formulas that `Commodities` keeps to itself, in batches, for the comparison with `protocol/`.
contract TwinFormulas {
    struct BaseCase {
        Parameter parameter;
        Known known;
        uint32 closing;
        int32 claim;
    }

    function verdicts(
        Parameter[][] calldata parameters,
        Values[] calldata claims,
        Values[] calldata found
    ) external pure returns (Verdict[] memory results) {
        results = new Verdict[](parameters.length);
        for (uint256 i; i < results.length; ++i) results[i] = Grading.grade(parameters[i], claims[i], found[i]);
    }

    function bases(BaseCase[] calldata cases) external pure returns (int32[] memory results) {
        results = new int32[](cases.length);
        for (uint256 i; i < results.length; ++i) {
            results[i] = Knowledge.baseOf(cases[i].parameter, cases[i].known, cases[i].closing, cases[i].claim);
        }
    }
}

/// @notice The formulas of the libraries in batches, for the comparison with `protocol/`.
contract CommoditiesFormulas {
    function deviations(
        Parameter[] calldata parameters,
        int32[] calldata claims,
        int32[] calldata found
    ) external pure returns (uint256[] memory results) {
        results = new uint256[](parameters.length);
        for (uint256 i; i < results.length; ++i) {
            results[i] = Grading.deviation(parameters[i], claims[i], found[i]);
        }
    }

    function grades(uint256[] calldata ds) external pure returns (uint256[] memory results) {
        results = new uint256[](ds.length);
        for (uint256 i; i < results.length; ++i) results[i] = Grading.gradeBps(ds[i]);
    }

    function checkDigits(uint64[] calldata gtins) external pure returns (uint8[] memory results) {
        results = new uint8[](gtins.length);
        for (uint256 i; i < results.length; ++i) results[i] = Gs1.checkDigit(gtins[i]);
    }

    function areLotCodes(bytes20[] calldata codes) external pure returns (bool[] memory results) {
        results = new bool[](codes.length);
        for (uint256 i; i < results.length; ++i) results[i] = Gs1.isLotCode(codes[i]);
    }

    function pack(int32[][] calldata lists) external pure returns (Values[] memory results) {
        results = new Values[](lists.length);
        for (uint256 i; i < results.length; ++i) results[i] = ValuesLib.pack(lists[i]);
    }

    function unpack(
        Values[] calldata words,
        uint256[] calldata counts
    ) external pure returns (int32[][] memory results) {
        results = new int32[][](words.length);
        for (uint256 i; i < results.length; ++i) results[i] = words[i].unpack(counts[i]);
    }
}
