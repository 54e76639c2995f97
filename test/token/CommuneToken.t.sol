// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {ERC20Capped} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Capped.sol";
import {CommuneToken} from "../../contracts/token/CommuneToken.sol";
import {bound, vm} from "../support/Vm.sol";

contract CommuneTokenTest {
    uint256 private constant CAP = 1_000_000_000e18;
    address private constant TREASURY = address(0xF1);
    address private constant FOUNDERS = address(0xF2);
    address private constant MINTER = address(0x317);

    CommuneToken private token;

    function setUp() public {
        token = new CommuneToken(address(new AccessManager(address(this))), TREASURY, FOUNDERS);
    }

    function test_constructor_mints_a_tenth_each() public view {
        vm.assertEq(token.name(), "Trusted Commerce Token");
        vm.assertEq(token.symbol(), "CTT");
        vm.assertEq(token.decimals(), 18);
        vm.assertEq(token.cap(), CAP);
        vm.assertEq(token.INITIAL_SHARE(), CAP / 10);
        vm.assertEq(token.balanceOf(TREASURY), CAP / 10);
        vm.assertEq(token.balanceOf(FOUNDERS), CAP / 10);
        vm.assertEq(token.totalSupply(), CAP / 5);
    }

    function test_appointMinter_is_restricted() public {
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, MINTER));
        vm.prank(MINTER);
        token.appointMinter(MINTER, true);
    }

    function test_mint_is_for_minters() public {
        vm.expectRevert(abi.encodeWithSelector(CommuneToken.NotMinter.selector, address(this)));
        token.mint(MINTER, 1);
        vm.expectEmit(address(token));
        emit CommuneToken.MinterAppointed(MINTER, true);
        token.appointMinter(MINTER, true);
        vm.prank(MINTER);
        token.mint(address(this), 7);
        vm.assertEq(token.balanceOf(address(this)), 7);
        token.appointMinter(MINTER, false);
        vm.expectRevert(abi.encodeWithSelector(CommuneToken.NotMinter.selector, MINTER));
        vm.prank(MINTER);
        token.mint(address(this), 7);
    }

    function testFuzz_mint_never_above_the_cap(uint256 first, uint256 more) public {
        token.appointMinter(address(this), true);
        uint256 room = CAP - token.totalSupply();
        first = bound(first, 0, room);
        token.mint(address(this), first);
        room -= first;
        more = bound(more, room + 1, type(uint128).max);
        vm.expectRevert(abi.encodeWithSelector(ERC20Capped.ERC20ExceededCap.selector, CAP - room + more, CAP));
        token.mint(address(this), more);
        token.mint(address(this), room);
        vm.assertEq(token.totalSupply(), CAP);
    }

    function test_permit() public {
        address owner = vm.addr(7);
        bytes32 purpose = keccak256(
            "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
        );
        bytes32 structHash = keccak256(abi.encode(purpose, owner, MINTER, 5, 0, type(uint256).max));
        bytes32 digest = keccak256(abi.encodePacked("\x19\x01", token.DOMAIN_SEPARATOR(), structHash));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(7, digest);
        token.permit(owner, MINTER, 5, type(uint256).max, v, r, s);
        vm.assertEq(token.allowance(owner, MINTER), 5);
    }
}
