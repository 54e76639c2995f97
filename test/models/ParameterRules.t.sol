// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Direction, IQualityModels, Parameter} from "../../contracts/models/IQualityModels.sol";
import {ParameterRules} from "../../contracts/models/ParameterRules.sol";
import {bound, vm} from "../support/Vm.sol";

contract ParameterRulesTest {
    int32 private constant MIN = type(int32).min;
    int32 private constant MAX = type(int32).max;

    function check(Parameter[] calldata parameters) external pure {
        ParameterRules.check(parameters);
    }

    /* COUNT */

    function testFuzz_check_acceptsOneToEight(uint256 count) public view {
        this.check(_parameters(bound(count, 1, 8)));
    }

    function test_check_refusesNoParameter() public {
        _refuses(_parameters(0), abi.encodeWithSelector(IQualityModels.ParameterCount.selector, 0, 8));
    }

    function testFuzz_check_refusesMoreThanEight(uint256 count) public {
        count = bound(count, 9, 30);
        _refuses(_parameters(count), abi.encodeWithSelector(IQualityModels.ParameterCount.selector, count, 8));
    }

    /* CODE */

    function test_check_acceptsCodesOfAllAllowedBytes() public view {
        string[5] memory codes = ["A", "AZ09_", "_", "0", "ABCDEFGHIJKL"];
        for (uint256 i; i < codes.length; ++i) this.check(_withCode(bytes12(bytes(codes[i]))));
    }

    function testFuzz_check_acceptsACodeByteExactlyIfItIsAllowed(uint8 char, uint256 position) public {
        position = bound(position, 0, 11);
        bool allowed =
            (char >= 0x41 && char <= 0x5a) ||
                (char >= 0x30 && char <= 0x39) ||
                char == 0x5f ||
                (char == 0 && position == 11);
        bytes12 code = _replace("ABCDEFGHIJKL", position, char);
        if (allowed) this.check(_withCode(code));
        else _refuses(_withCode(code), abi.encodeWithSelector(IQualityModels.InvalidCode.selector, 0, code));
    }

    function test_check_refusesEveryOtherByte() public {
        for (uint256 char = 1; char < 256; ++char) {
            bool allowed = (char >= 0x41 && char <= 0x5a) || (char >= 0x30 && char <= 0x39) || char == 0x5f;
            bytes12 code = bytes12(bytes1(uint8(char)));
            if (allowed) this.check(_withCode(code));
            else _refuses(_withCode(code), abi.encodeWithSelector(IQualityModels.InvalidCode.selector, 0, code));
        }
    }

    function test_check_refusesAnEmptyCode() public {
        _refuses(_withCode(0), abi.encodeWithSelector(IQualityModels.InvalidCode.selector, 0, bytes12(0)));
    }

    function testFuzz_check_refusesAGap(uint256 position) public {
        bytes12 code = _replace("ABCDEFGHIJKL", bound(position, 0, 10), 0);
        _refuses(_withCode(code), abi.encodeWithSelector(IQualityModels.InvalidCode.selector, 0, code));
    }

    function testFuzz_check_refusesTheSameCodeTwice(uint256 first, uint256 second) public {
        first = bound(first, 0, 6);
        second = bound(second, first + 1, 7);
        Parameter[] memory parameters = _parameters(8);
        parameters[second].code = parameters[first].code;
        _refuses(parameters, abi.encodeWithSelector(IQualityModels.DuplicateCode.selector, parameters[first].code));
    }

    /* NUMBERS */

    function testFuzz_check_refusesMoreThanNineDecimals(uint8 decimals, uint256 index) public {
        index = bound(index, 0, 2);
        Parameter[] memory parameters = _parameters(3);
        parameters[index].decimals = uint8(bound(decimals, 0, 9));
        this.check(parameters);
        decimals = uint8(bound(decimals, 10, 255));
        parameters[index].decimals = decimals;
        _refuses(parameters, abi.encodeWithSelector(IQualityModels.TooManyDecimals.selector, index, decimals));
    }

    function testFuzz_check_acceptsEveryRangeThatIsNotEmpty(int32 a, int32 b) public view {
        vm.assume(a != b);
        Parameter[] memory parameters = _parameters(2);
        (parameters[1].legalMin, parameters[1].legalMax) = a < b ? (a, b) : (b, a);
        this.check(parameters);
    }

    function test_check_acceptsTheWidestRange() public view {
        Parameter[] memory parameters = _parameters(1);
        (parameters[0].legalMin, parameters[0].legalMax) = (MIN, MAX);
        this.check(parameters);
    }

    function testFuzz_check_refusesAnEmptyRange(int32 a, int32 b, uint256 index) public {
        if (a < b) (a, b) = (b, a);
        index = bound(index, 0, 2);
        Parameter[] memory parameters = _parameters(3);
        (parameters[index].legalMin, parameters[index].legalMax) = (a, b);
        _refuses(parameters, abi.encodeWithSelector(IQualityModels.EmptyLegalRange.selector, index, a, b));
    }

    function testFuzz_check_refusesNoTolerance(uint256 index) public {
        index = bound(index, 0, 7);
        Parameter[] memory parameters = _parameters(8);
        parameters[index].tolerance = type(uint32).max;
        this.check(parameters);
        parameters[index].tolerance = 0;
        _refuses(parameters, abi.encodeWithSelector(IQualityModels.ZeroTolerance.selector, index));
    }

    /* WEIGHTS */

    function testFuzz_check_refusesNoWeight(uint256 index) public {
        index = bound(index, 0, 7);
        Parameter[] memory parameters = _parameters(8);
        parameters[(index + 1) % 8].weightBps += parameters[index].weightBps;
        parameters[index].weightBps = 0;
        _refuses(parameters, abi.encodeWithSelector(IQualityModels.ZeroWeight.selector, index));
    }

    function testFuzz_check_acceptsWeightsThatSumToAll(uint256 first, uint256 second) public view {
        Parameter[] memory parameters = _parameters(3);
        first = bound(first, 1, 9_998);
        second = bound(second, 1, 9_999 - first);
        parameters[0].weightBps = uint16(first);
        parameters[1].weightBps = uint16(second);
        parameters[2].weightBps = uint16(10_000 - first - second);
        this.check(parameters);
    }

    function testFuzz_check_refusesWeightsThatDoNotSum(uint16[8] memory weights, uint256 count) public {
        count = bound(count, 1, 8);
        Parameter[] memory parameters = _parameters(count);
        uint256 sum;
        for (uint256 i; i < count; ++i) {
            parameters[i].weightBps = uint16(bound(weights[i], 1, type(uint16).max));
            sum += parameters[i].weightBps;
        }
        vm.assume(sum != 10_000);
        _refuses(parameters, abi.encodeWithSelector(IQualityModels.WeightsDoNotSum.selector, sum, 10_000));
    }

    function test_check_refusesOneBasisPointMoreOrLess() public {
        Parameter[] memory parameters = _parameters(4);
        parameters[2].weightBps += 1;
        _refuses(parameters, abi.encodeWithSelector(IQualityModels.WeightsDoNotSum.selector, 10_001, 10_000));
        parameters[2].weightBps -= 2;
        _refuses(parameters, abi.encodeWithSelector(IQualityModels.WeightsDoNotSum.selector, 9_999, 10_000));
    }

    /// @dev 10,000 modulo 2^16: a sum kept in sixteen bits would be taken in.
    function test_check_refusesASumThatWouldWrap() public {
        Parameter[] memory parameters = _parameters(2);
        (parameters[0].weightBps, parameters[1].weightBps) = (65_535, 10_001);
        _refuses(parameters, abi.encodeWithSelector(IQualityModels.WeightsDoNotSum.selector, 75_536, 10_000));
    }

    /* SEALED */

    function testFuzz_check_refusesNoSealedParameter(uint256 count, uint256 sealedOne) public {
        count = bound(count, 1, 8);
        Parameter[] memory parameters = _parameters(count);
        for (uint256 i; i < count; ++i) parameters[i].isSealed = false;
        _refuses(parameters, abi.encodeWithSelector(IQualityModels.NoSealedParameter.selector));
        parameters[bound(sealedOne, 0, count - 1)].isSealed = true;
        this.check(parameters);
    }

    function testFuzz_check_leavesDirectionCriticalAndSealedFree(uint8 direction, bool critical) public view {
        Parameter[] memory parameters = _parameters(2);
        parameters[0].direction = Direction(direction % 3);
        parameters[0].critical = critical;
        (parameters[0].isSealed, parameters[1].isSealed) = (true, true);
        this.check(parameters);
    }

    /* HELPERS */

    function _refuses(Parameter[] memory parameters, bytes memory expected) private {
        vm.expectRevert(expected);
        this.check(parameters);
    }

    /// @dev Valid for 1 … 8: codes P0 … P7, the last one sealed, the last weight is the rest.
    function _parameters(uint256 count) private pure returns (Parameter[] memory parameters) {
        parameters = new Parameter[](count);
        uint16 left = 10_000;
        for (uint256 i; i < count; ++i) {
            uint16 weight = i + 1 == count ? left : 300;
            left -= weight;
            bytes12 code = bytes12(abi.encodePacked("P", bytes1(uint8(0x41 + i))));
            parameters[i] = Parameter(code, Direction.TwoSided, 2, -10, 10, 5, weight, false, i + 1 == count);
        }
    }

    function _withCode(bytes12 code) private pure returns (Parameter[] memory parameters) {
        parameters = _parameters(1);
        parameters[0].code = code;
    }

    function _replace(bytes12 code, uint256 position, uint8 char) private pure returns (bytes12) {
        bytes memory bytes_ = abi.encodePacked(code);
        bytes_[position] = bytes1(char);
        return bytes12(bytes_);
    }
}
