// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {distance, Values, ValuesLib} from "../../contracts/shared/Values.sol";
import {bound, vm} from "../support/Vm.sol";

contract ValuesTest {
    int32 private constant MIN = type(int32).min;
    int32 private constant MAX = type(int32).max;

    function test_pack_putsTwosComplementIntoLanes() public view {
        int32[] memory values = new int32[](3);
        (values[0], values[1], values[2]) = (-1, 5, MIN);
        vm.assertEq(Values.unwrap(this.pack(values)), 0x80000000_00000005_ffffffff);
    }

    function test_pack_ofNothingIsZero() public view {
        vm.assertEq(Values.unwrap(this.pack(new int32[](0))), 0);
    }

    function testFuzz_pack_unpacksToTheSame(int32[8] memory given, uint256 count) public view {
        int32[] memory values = new int32[](bound(count, 0, 8));
        for (uint256 i; i < values.length; ++i) values[i] = given[i];
        Values packed = this.pack(values);
        int32[] memory unpacked = packed.unpack(values.length);
        vm.assertEq(keccak256(abi.encode(unpacked)), keccak256(abi.encode(values)));
        for (uint256 i; i < 8; ++i) vm.assertEq(packed.get(i), i < values.length ? values[i] : int32(0));
    }

    function testFuzz_with_touchesItsLaneOnly(int32[8] memory given, uint256 lane) public pure {
        lane = bound(lane, 0, 7);
        Values packed;
        for (uint256 i; i < 8; ++i) if (i != lane) packed = packed.with(i, given[i]);
        vm.assertEq(packed.get(lane), int256(0));
        packed = packed.with(lane, given[lane]);
        for (uint256 i; i < 8; ++i) vm.assertEq(packed.get(i), int256(given[i]));
    }

    function test_distance_spansTheWholeRange() public pure {
        vm.assertEq(distance(MIN, MAX), type(uint32).max);
        vm.assertEq(distance(MAX, MIN), type(uint32).max);
        vm.assertEq(distance(MIN, 0), 2 ** 31);
        vm.assertEq(distance(MIN, MIN), 0);
    }

    function testFuzz_distance_isSymmetricAndAbsolute(int32 a, int32 b) public pure {
        int256 difference = int256(a) - int256(b);
        uint256 expected = uint256(difference < 0 ? -difference : difference);
        vm.assertEq(distance(a, b), expected);
        vm.assertEq(distance(b, a), expected);
    }

    function pack(int32[] calldata values) external pure returns (Values) {
        return ValuesLib.pack(values);
    }
}
