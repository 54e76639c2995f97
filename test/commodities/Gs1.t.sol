// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Gs1} from "../../contracts/commodities/Gs1.sol";
import {bound, vm} from "../support/Vm.sol";

contract Gs1Test {
    /// @dev GS1 General Specifications, figure 7.11-1.
    bytes private constant CHARACTER_SET_82 =
        "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

    /* CHECK DIGIT */

    /// @dev Examples of gs1.org and of the General Specifications.
    function test_checkDigit_ofKnownNumbers() public pure {
        uint64[8] memory gtins = [
            uint64(6291041500213),
            4006381333931,
            614141000036,
            96385074,
            10614141000415,
            629104150021 * 10 + 3,
            0,
            99999999999997
        ];
        for (uint256 i; i < gtins.length; ++i) vm.assertEq(uint256(Gs1.checkDigit(gtins[i])), gtins[i] % 10);
    }

    function testFuzz_checkDigit_completesToAMultipleOfTen(uint64 gtin) public pure {
        uint256 digit = Gs1.checkDigit(gtin);
        vm.assertLt(digit, 10);
        uint256 sum = digit;
        uint256 rest = gtin / 10;
        for (uint256 i; rest > 0; ++i) {
            sum += (rest % 10) * (i % 2 == 0 ? 3 : 1);
            rest /= 10;
        }
        vm.assertEq(sum % 10, 0);
    }

    /// @dev One wrong digit anywhere never goes unseen: 3 and 1 have inverses modulo 10.
    function testFuzz_checkDigit_seesEveryWrongDigit(uint64 gtin, uint256 position, uint256 change) public pure {
        gtin = uint64(bound(gtin, 0, 99_999_999_999_999));
        uint256 unit = 10 ** bound(position, 1, 13);
        uint256 digit = (gtin / unit) % 10;
        uint256 wrong = (digit + bound(change, 1, 9)) % 10;
        uint64 other = uint64(gtin + wrong * unit - digit * unit);
        vm.assertTrue(Gs1.checkDigit(gtin) != Gs1.checkDigit(other));
    }

    /* LOT CODE */

    function test_isLotCode_acceptsExactlyCharacterSet82() public pure {
        vm.assertEq(CHARACTER_SET_82.length, 82);
        for (uint256 char = 1; char < 256; ++char) {
            bool allowed;
            for (uint256 i; i < 82; ++i) allowed = allowed || uint8(CHARACTER_SET_82[i]) == char;
            bytes20 code = bytes20(abi.encodePacked("A", bytes1(uint8(char))));
            vm.assertEq(Gs1.isLotCode(code), allowed);
        }
    }

    function testFuzz_isLotCode_acceptsEveryLength(uint256 length, uint256 seed) public pure {
        bytes memory code = new bytes(bound(length, 3, 20));
        for (uint256 i; i < code.length; ++i) {
            code[i] = CHARACTER_SET_82[uint256(keccak256(abi.encode(seed, i))) % 82];
        }
        vm.assertTrue(Gs1.isLotCode(bytes20(code)));
    }

    function testFuzz_isLotCode_refusesAGap(uint256 position) public pure {
        bytes memory code = "ABCDEFGHIJKLMNOPQRST";
        code[bound(position, 0, 18)] = 0;
        vm.assertFalse(Gs1.isLotCode(bytes20(code)));
        code = "ABCDEFGHIJKLMNOPQRST";
        code[19] = 0;
        vm.assertTrue(Gs1.isLotCode(bytes20(code)));
    }

    function test_isLotCode_refusesNothing() public pure {
        vm.assertFalse(Gs1.isLotCode(0));
    }

    /// @dev Legal for GS1; `protocol/` gives them no link, because they would name its parents.
    function test_isLotCode_acceptsDots() public pure {
        vm.assertTrue(Gs1.isLotCode("."));
        vm.assertTrue(Gs1.isLotCode(".."));
    }
}
