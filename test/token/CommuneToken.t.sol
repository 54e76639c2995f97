// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {ERC20Capped} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Capped.sol";
import {Allocation, CommuneToken} from "../../contracts/token/CommuneToken.sol";
import {bound, vm} from "../support/Vm.sol";

contract CommuneTokenTest {
    uint256 private constant CAP = 1_000_000_000e18;
    address private constant TREASURY = address(0xF1);
    address private constant FOUNDERS = address(0xF2);
    address private constant MINTER = address(0x317);

    CommuneToken private token;
    AccessManager private access;

    function setUp() public {
        access = new AccessManager(address(this));
        token = deploy(wallets(1, CAP / 10));
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

    /* FOUNDERS */

    function test_constructor_pays_every_wallet() public {
        Allocation[] memory founders = wallets(32, CAP / 320);
        CommuneToken other = deploy(founders);
        for (uint256 i; i < 32; ++i) vm.assertEq(other.balanceOf(founders[i].wallet), CAP / 320);
        vm.assertEq(other.totalSupply(), CAP / 5);
    }

    function test_constructor_adds_up_a_wallet_that_is_named_twice() public {
        Allocation[] memory founders = wallets(2, CAP / 20);
        founders[1].wallet = FOUNDERS;
        vm.assertEq(deploy(founders).balanceOf(FOUNDERS), CAP / 10);
    }

    function testFuzz_constructor_founders_get_exactly_their_tenth(uint256 first, uint256 second) public {
        Allocation[] memory founders = wallets(2, 0);
        (first, second) = (bound(first, 1, CAP / 5), bound(second, 1, CAP / 5));
        (founders[0].amount, founders[1].amount) = (first, second);
        if (first + second != CAP / 10) expectMismatch(first + second);
        deploy(founders);
        founders[1].amount = CAP / 10 - (founders[0].amount = bound(first, 1, CAP / 10 - 1));
        vm.assertEq(deploy(founders).balanceOf(FOUNDERS), founders[0].amount);
    }

    function test_constructor_refuses_one_unit_too_much_or_too_little() public {
        expectMismatch(CAP / 10 + 1);
        deploy(wallets(1, CAP / 10 + 1));
        expectMismatch(CAP / 10 - 1);
        deploy(wallets(1, CAP / 10 - 1));
        expectMismatch(0);
        deploy(wallets(0, 0));
    }

    function test_constructor_refuses_33_wallets() public {
        vm.expectRevert(abi.encodeWithSelector(CommuneToken.TooManyWallets.selector, 33, 32));
        deploy(wallets(33, CAP / 330));
    }

    function test_constructor_refuses_a_wallet_without_an_amount() public {
        Allocation[] memory founders = wallets(2, CAP / 10);
        founders[1].amount = 0;
        vm.expectRevert(abi.encodeWithSelector(CommuneToken.EmptyAllocation.selector, founders[1].wallet));
        deploy(founders);
    }

    function test_constructor_refuses_nobody() public {
        Allocation[] memory founders = wallets(1, CAP / 10);
        founders[0].wallet = address(0);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidReceiver.selector, address(0)));
        deploy(founders);
    }

    function deploy(Allocation[] memory founders) private returns (CommuneToken) {
        return new CommuneToken(address(access), TREASURY, founders);
    }

    function wallets(uint256 count, uint256 amount) private pure returns (Allocation[] memory list) {
        list = new Allocation[](count);
        for (uint256 i; i < count; ++i) list[i] = Allocation(address(uint160(FOUNDERS) + uint160(i)), amount);
    }

    function expectMismatch(uint256 given) private {
        vm.expectRevert(abi.encodeWithSelector(CommuneToken.FoundersShareMismatch.selector, given, CAP / 10));
    }

    /* MINTING */

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
