// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {BlockHeader} from "@openzeppelin/contracts/utils/BlockHeader.sol";
import {Headers} from "../../contracts/court/Headers.sol";
import {BlockHeaders} from "../support/BlockHeaders.sol";
import {CourtHarness} from "../support/CourtHarness.sol";
import {vm} from "../support/Vm.sol";

contract HeadersTest {
    CourtHarness private harness = new CourtHarness();

    /// Against OpenZeppelin's, which takes the whole header apart.
    function testFuzz_randomness(uint40 number, bytes32 randomness, uint256 noise) public view {
        bytes memory header = BlockHeaders.make(number, randomness, noise);
        vm.assertEq(harness.prevRandao(header), randomness);
        vm.assertEq(BlockHeader.getPrevRandao(header), randomness);
    }

    /// Extra data of more than 55 bytes, as some chains have it.
    function test_long_extra_data() public view {
        bytes memory header = BlockHeaders.make(7, "r", 0);
        // With these the header has difficulty 0, number 7, and no gas, time or extra data: six bytes.
        bytes memory longer = bytes.concat(
            part(header, 0, 448 + 5),
            hex"b860",
            new bytes(96),
            part(header, 454, header.length)
        );
        vm.assertEq(harness.prevRandao(header), "r");
        vm.assertEq(harness.prevRandao(longer), "r");
    }

    function test_unreadable() public {
        bytes memory header = BlockHeaders.make(7, "r", 0);
        refuse("");
        refuse(part(header, 0, 448));
        refuse(part(header, 0, 449));
        refuse(part(header, 0, 454 + 32));
        bytes memory other = bytes.concat(hex"f8", part(header, 1, header.length));
        refuse(other);
        other = bytes.concat(part(header, 0, 453), hex"b9", part(header, 454, header.length));
        refuse(other);
        other = bytes.concat(part(header, 0, 454), hex"9f", part(header, 455, header.length));
        refuse(other);
    }

    function refuse(bytes memory header) private {
        vm.expectRevert(Headers.UnreadableHeader.selector);
        harness.prevRandao(header);
    }

    function part(bytes memory whole, uint256 from, uint256 to) private pure returns (bytes memory piece) {
        piece = new bytes(to - from);
        for (uint256 i = from; i < to; ++i) piece[i - from] = whole[i];
    }
}
